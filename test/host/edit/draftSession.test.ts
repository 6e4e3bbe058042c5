import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { TokenPlace } from '../../../src/host/documents/foundToken';
import { DraftSession, type DraftSubject } from '../../../src/host/edit/draftSession';

// Only handed on, so anything that is told apart will do.
const [uri, first, second] = [{}, { version: 1 }, { version: 2 }] as unknown as readonly [
  Uri,
  TokenPlace,
  TokenPlace,
];
const subject: DraftSubject = {
  ...{ name: 'a', text: '{"payload":{}}', serialization: 'compact', key: undefined, cursor: undefined },
  original: { text: 'a.b.c', place: first },
};

describe('a document a token is edited in', () => {
  it('begins with the token that it replaces', () => {
    const session = new DraftSession(uri, subject);
    assert.equal(session.isNew, false);
    assert.equal(session.place, first);
    assert.deepEqual(session.tokens, ['a.b.c']);
    assert.equal(session.signedText, subject.text);
  });

  it('replaces nothing where the token is new', () => {
    const session = new DraftSession(uri, { ...subject, original: undefined, cursor: second });
    assert.equal(session.isNew, true);
    assert.equal(session.place, undefined);
    assert.equal(session.cursor, second);
    assert.deepEqual(session.tokens, []);
  });

  it('knows every token it made, the last first and each once, so that undoing is no surprise', () => {
    const session = new DraftSession(uri, subject);
    for (const token of ['d.e.f', 'g.h.i', 'd.e.f']) session.delivered(token, second);
    assert.deepEqual(session.tokens, ['d.e.f', 'g.h.i', 'a.b.c']);
    assert.equal(session.place, second);
  });

  it('remembers fifty of them', () => {
    const session = new DraftSession(uri, subject);
    for (let index = 1; index <= 60; index++) session.delivered(`${index}`, first);
    assert.equal(session.tokens.length, 50);
    assert.deepEqual([session.tokens[0], session.tokens[49]], ['60', '11']);
  });
});
