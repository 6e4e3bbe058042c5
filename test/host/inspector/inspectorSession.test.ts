import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import * as vscode from 'vscode';
import { tokenAtPosition } from '../../../src/host/documents/documentTokens';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { aDisclosure, anSdJwt, digestOf } from '../../support/anSdJwt';
import { eventually, tutorial, untitled } from '../support';
import { FakePanel } from './fakePanel';
import { Bench, inDocument, known, readAtMoment, withCode } from './sessionBench';

async function edit(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(change));
}

describe('the inspector, heard from its page', () => {
  it('tells a page that says ready how to speak, and what there is: nothing yet', async () => {
    const bench = new Bench();
    await bench.session.restore(bench.panel, undefined);
    const { locale, messages } = await bench.panel.page.request('ready', {});
    assert.equal(locale, vscode.env.language);
    assert.equal(typeof messages, 'object');
    assert.equal(bench.panel.last('showNothing')?.reason, 'notRestored');
  });

  it('serves the page under a policy that lets in one script and one style sheet', async () => {
    const bench = new Bench();
    await bench.session.restore(bench.panel, undefined);
    const { html, options } = bench.panel.webview;
    const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(decode(html))?.[1];
    assert.ok(nonce);
    assert.equal(html.split('<script').length, 2);
    assert.ok(html.includes(`<script nonce="${nonce}"`));
    assert.ok(decode(html).includes("default-src 'none'; style-src https://panel.test;"));
    assert.deepEqual(options.localResourceRoots?.map(String), ['file:///extension/dist']);
  });

  it('shows a token with its place, then what verifying gave', async () => {
    const bench = new Bench();
    const { document, found } = await inDocument();
    await bench.open(found);
    const shown = bench.panel.last('showToken');
    assert.equal(shown?.text, tutorial.hs256);
    assert.deepEqual(shown.place, {
      uri: document.uri.toString(),
      offset: document.offsetAt(found.place!.range.start),
      name: vscode.workspace.asRelativePath(document.uri),
      line: 2,
    });
    assert.deepEqual(bench.panel.last('showReport'), {
      revision: shown.revision,
      isPicked: false,
      verification: { status: 'done', report: aReport() },
    });
  });

  it('tells a page that was hidden everything anew, and a hidden one nothing', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    bench.panel.hide();
    const count = bench.panel.wire.sent.length;
    await bench.session.verifyAgain();
    assert.equal(bench.panel.wire.sent.length, count);
    bench.panel.show();
    bench.panel.events.length = 0;
    await bench.panel.page.request('ready', {});
    assert.deepEqual(
      bench.panel.events.map(({ name }) => name),
      ['showToken', 'showExpected', 'showReport', 'showContent', 'showSearch'],
    );
  });

  it('follows the token through edits before it, and keeps what verifying gave', async () => {
    const bench = new Bench();
    const { document, found } = await inDocument();
    await bench.open(found);
    const before = bench.panel.last('showToken');
    await edit(document, new vscode.Range(0, 0, 0, 0), 'one more line\nand one\n');
    const after = await eventually(() => Promise.resolve(newer(bench.panel, before?.revision)));
    assert.equal(after.place?.line, 4);
    assert.equal(after.text, tutorial.hs256);
    await bench.panel.wireSettled();
    assert.equal(bench.panel.last('showReport')?.verification.status, 'done');
    assert.equal(bench.asked.length, 1);
  });

  it('shows the token as it is edited, and verifies it again', async () => {
    const bench = new Bench();
    const { document, found } = await inDocument();
    await bench.open(found);
    const before = bench.panel.last('showToken');
    await edit(document, found.place!.range, tutorial.expired);
    const after = await eventually(() => Promise.resolve(newer(bench.panel, before?.revision)));
    assert.equal(after.text, tutorial.expired);
    assert.equal(bench.asked.at(-1)?.text, tutorial.expired);
  });

  it('says when the token is gone, and finds it when it is back', async () => {
    const bench = new Bench();
    const { document, found } = await inDocument();
    await bench.open(found);
    const { range } = found.place!;
    await edit(document, range, '');
    const gone = await eventually(() => Promise.resolve(goneIn(bench.panel)));
    assert.equal(gone.reason, 'tokenGone');
    await assert.rejects(
      bench.panel.page.request('copy', { revision: gone.revision, what: 'token' }),
      withCode('stale'),
    );
    await edit(document, new vscode.Range(range.start, range.start), tutorial.hs256);
    const back = await eventually(() => Promise.resolve(newer(bench.panel, gone.revision)));
    assert.equal(back.text, tutorial.hs256);
  });

  it('copies the token, its parts and what they decode to', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    const { revision } = bench.panel.last('showToken')!;
    const [header, payload] = tutorial.hs256
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString());
    for (const [params, text] of [
      [{ what: 'token' }, tutorial.hs256],
      [{ what: 'header' }, header],
      [{ what: 'payload' }, payload],
      [{ what: 'segment', index: 2 }, tutorial.hs256.split('.')[2]],
      [{ what: 'parameter', index: 0 }, 'JWT'],
      [{ what: 'claim', index: 1 }, 'Jessica Temporal'],
    ] as const) {
      await bench.panel.page.request('copy', { revision, ...params });
      assert.equal(await vscode.env.clipboard.readText(), text);
    }
    await assert.rejects(
      bench.panel.page.request('copy', { revision, what: 'segment', index: 9 }),
      withCode('stale'),
    );
  });

  it('refuses what speaks of another revision', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    const revision = bench.panel.last('showToken')!.revision - 1;
    const { page } = bench.panel;
    await assert.rejects(page.request('copy', { revision, what: 'token' }), withCode('stale'));
    await assert.rejects(page.request('verify', { revision, keys: 'same' }), withCode('stale'));
    await assert.rejects(page.request('pickKey', { revision }), withCode('stale'));
    await assert.rejects(page.request('reveal', { revision }), withCode('stale'));
    await assert.rejects(page.request('useTool', { revision, tool: 'encode' }), withCode('stale'));
  });

  it('hands the token to other commands where it stands, and to none where it stands nowhere', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    const { page } = bench.panel;
    await page.request('useTool', { revision: bench.panel.last('showToken')!.revision, tool: 'showText' });
    // Texts of other tests may still be open.
    await eventually(() =>
      Promise.resolve(
        vscode.workspace.textDocuments.find(
          (one) => one.uri.scheme === 'claimcheck-text' && one.getText().includes('Jessica Temporal'),
        ),
      ),
    );
    await bench.session.show({ text: tutorial.hs256 });
    const { revision } = bench.panel.last('showToken')!;
    await assert.rejects(page.request('useTool', { revision, tool: 'edit' }), withCode('stale'));
  });

  it('decrypts with a picked key, and with those that fit again', async () => {
    const bench = new Bench();
    const document = await untitled(`token: ${encrypted('plain text inside')}\n`);
    const found = tokenAtPosition(document, new vscode.Position(0, 12));
    assert.ok(found);
    await bench.open(found);
    const opened = (): Promise<unknown> => eventually(() => Promise.resolve(openIn(bench.panel)));
    await opened();
    const { revision } = bench.panel.last('showToken')!;
    await bench.panel.page.request('pickKey', { revision });
    await eventually(() =>
      Promise.resolve(bench.panel.last('showContent')?.content.status === 'closed' ? true : undefined),
    );
    assert.equal(bench.panel.last('showReport')?.isPicked, true);
    await bench.panel.page.request('verify', { revision, keys: 'fitting' });
    await opened();
    assert.equal(bench.panel.last('showReport')?.isPicked, false);
  });

  it('says of each disclosure where it belongs, once it has looked', async () => {
    const bench = new Bench();
    const disclosure = aDisclosure('salt', 'email', 'a@b.example');
    const stray = aDisclosure('another salt', 'role', 'admin');
    const { text } = anSdJwt({ _sd: [digestOf(disclosure)] }, [disclosure, stray]);
    await bench.open({ text });
    const { disclosures } = await eventually(() => Promise.resolve(bench.panel.last('showDisclosures')));
    assert.deepEqual(
      disclosures.rows.map(({ status }) => status),
      ['pass', 'fail'],
    );
    assert.equal(disclosures.rows[0].place, 'email');
    assert.equal(disclosures.disclosed.status, 'fail');
    await bench.session.show({ text: tutorial.hs256 });
    await bench.panel.wireSettled();
    const { revision } = bench.panel.last('showToken')!;
    assert.notEqual(bench.panel.last('showDisclosures')?.revision, revision, 'nothing of another token');
  });

  it('says which key opens a token for one of its recipients', async () => {
    const bench = new Bench();
    const [header, , iv, ciphertext, tag] = encrypted('plain text inside').split('.');
    const recipients = [{ header: { kid: 'one' } }];
    await bench.open({ text: JSON.stringify({ protected: header, recipients, iv, ciphertext, tag }) });
    const { revision } = bench.panel.last('showToken')!;
    const answer = await bench.panel.page.request('askRecipient', { revision, index: 0 });
    assert.equal(answer.status, 'pass');
    assert.match(answer.text, /Decrypted with direct/);
    await assert.rejects(bench.panel.page.request('askRecipient', { revision, index: 1 }), withCode('stale'));
  });

  it('verifies with a picked key, keeps to it, and lets it go', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    const { revision } = bench.panel.last('showToken')!;
    await bench.panel.page.request('pickKey', { revision });
    assert.equal(bench.panel.last('showReport')?.isPicked, true);
    await bench.panel.page.request('verify', { revision, keys: 'same' });
    await bench.panel.page.request('verify', { revision, keys: 'fitting' });
    assert.equal(bench.panel.last('showReport')?.isPicked, false);
    assert.deepEqual(
      bench.asked.map(({ picked }) => picked),
      [undefined, known, known, undefined],
    );
  });

  it('asks nothing when the user turns away from the choice', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    bench.picks = undefined;
    await bench.panel.page.request('pickKey', { revision: bench.panel.last('showToken')!.revision });
    assert.equal(bench.asked.length, 1);
  });

  it('shows the token in its document', async () => {
    const bench = new Bench();
    const { document, found } = await inDocument();
    await bench.open(found);
    const { revision } = bench.panel.last('showToken')!;
    await bench.panel.page.request('reveal', { revision });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.equal(document.getText(editor.selection), tutorial.hs256);
    await bench.panel.page.request('reveal', { revision, index: 1 });
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), tutorial.hs256.split('.')[1]);
  });

  it('lets only the newest verification speak', async () => {
    const waiting: (() => void)[] = [];
    const bench = new Bench(async (text) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return {
        ...readAtMoment(text),
        report: aReport(undefined, { moment: reportMoment + waiting.length }),
      };
    });
    const { found } = await inDocument();
    await bench.session.restore(bench.panel, undefined);
    await bench.panel.page.request('ready', {});
    const asked = [bench.session.show(found), bench.session.verifyAgain()];
    await eventually(() => Promise.resolve(waiting.length === 2 ? true : undefined));
    for (const answer of waiting.toReversed()) answer();
    await Promise.all(asked);
    await bench.panel.wireSettled();
    const done = bench.panel.events.filter(
      (event) => event.name === 'showReport' && event.params.verification.status === 'done',
    );
    assert.equal(done.length, 1);
  });

  it('says that verifying failed, and logs why without the token', async () => {
    const bench = new Bench(() => Promise.reject(new Error('no such thing')));
    const { found } = await inDocument();
    await bench.open(found);
    assert.deepEqual(bench.panel.last('showReport')?.verification, { status: 'failed' });
    const log = bench.logged.join('\n');
    assert.match(log, /no such thing/);
    for (const segment of tutorial.hs256.split('.')) assert.equal(log.includes(segment), false);
  });

  it('finds the token again after a restart, by its place alone', async () => {
    const { document, found } = await inDocument();
    const bench = new Bench();
    const offset = document.offsetAt(found.place!.range.start);
    await bench.session.restore(bench.panel, { uri: document.uri.toString(), offset });
    await bench.panel.page.request('ready', {});
    assert.equal(bench.panel.last('showToken')?.text, tutorial.hs256);
  });

  it('brings back no second panel', async () => {
    const bench = new Bench();
    await bench.session.restore(bench.panel, undefined);
    const second = new FakePanel();
    await bench.session.restore(second, undefined);
    assert.equal(second.isDisposed, true);
    assert.equal(bench.panel.isDisposed, false);
  });

  it('says what other libraries would say, with programs to copy that hold no key', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    const { revision } = bench.panel.last('showToken')!;
    const { rows } = await bench.panel.page.request('askBackends', { revision });
    assert.deepEqual(
      rows.map(({ backend }) => backend),
      ['pyjwt', 'jsonwebtoken', 'jose'],
    );
    await bench.panel.page.request('copy', { revision, what: 'program', index: 0 });
    const program = await vscode.env.clipboard.readText();
    assert.equal(program, rows[0].reproduce);
    assert.match(program, /import jwt/);
    assert.equal(program.includes(tutorial.hs256), false);
  });

  it('decrypts with a key that fits, shows the token inside, and finds the way back', async () => {
    const bench = new Bench();
    const jwe = encrypted(tutorial.hs256);
    const document = await untitled(`token: ${jwe}\n`);
    const found = tokenAtPosition(document, new vscode.Position(0, 12));
    assert.ok(found);
    await bench.open(found);
    const { content, revision } = await eventually(() => Promise.resolve(openIn(bench.panel)));
    assert.ok(content.status === 'open');
    assert.match(content.answer, /Decrypted with direct/);
    assert.deepEqual([content.kind, content.text], ['token', '']);
    await bench.panel.page.request('openInner', { revision, from: 'content' });
    await bench.panel.wireSettled();
    const inner = bench.panel.last('showToken')!;
    assert.equal(inner.text, tutorial.hs256);
    assert.deepEqual(inner.trail, [{ form: 'encrypted', step: '' }]);
    await assert.rejects(
      bench.panel.page.request('openInner', { revision: inner.revision, from: 'claim', index: 0 }),
      withCode('stale'),
    );
    await bench.panel.page.request('goBack', { revision: inner.revision, index: 0 });
    await bench.panel.wireSettled();
    assert.equal(bench.panel.last('showToken')?.text, jwe);
    assert.deepEqual(bench.panel.last('showToken')?.trail, []);
  });

  it('follows the cursor to another token, unless the shown one is held', async () => {
    const bench = new Bench();
    const { document, found } = await inDocument();
    await edit(document, new vscode.Range(3, 0, 3, 0), `${tutorial.expired}\n`);
    await bench.open(found);
    const editor = await vscode.window.showTextDocument(document);
    const { revision } = bench.panel.last('showToken')!;
    await bench.panel.page.request('setPinned', { isPinned: true });
    const select = (line: number): void => {
      editor.selection = new vscode.Selection(line, 25, line, 25);
    };
    select(3);
    select(1);
    assert.equal(bench.panel.last('showToken')?.isPinned, true);
    await bench.panel.page.request('setPinned', { isPinned: false });
    select(3);
    const next = await eventually(() => {
      const shown = bench.panel.last('showToken');
      return Promise.resolve(shown?.text === tutorial.expired ? shown : undefined);
    });
    assert.ok(next.revision > revision);
    assert.equal(next.place?.line, 4);
    assert.equal(bench.asked.at(-1)?.text, tutorial.expired);
  });

  it('keeps the token shown where the cursor is on none', async () => {
    const bench = new Bench();
    const { document, found } = await inDocument();
    await bench.open(found);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    editor.selection = new vscode.Selection(1, 30, 1, 30);
    await bench.session.verifyAgain();
    assert.equal(bench.panel.last('showToken')?.text, tutorial.hs256);
    assert.equal(bench.panel.events.filter(({ name }) => name === 'showNothing').length <= 1, true);
  });

  it('says why a signature does not match, and mends it when asked to', async () => {
    const bench = new Bench((text) =>
      Promise.resolve({
        ...readAtMoment(text),
        report: aReport({ status: 'invalid', tried: [fullSummary] }),
      }),
    );
    const { found } = await inDocument();
    await bench.open(found);
    const shown = await eventually(() => Promise.resolve(foundIn(bench.panel)));
    assert.deepEqual(shown.search, {
      status: 'found',
      cause: { code: 'token-padded', also: [], evidence: 'verified', facts: {}, key: 'api' },
      fix: { kind: 'repair' },
    });
    assert.doesNotMatch(JSON.stringify(bench.panel.wire.sent), /never-to-be-sent|repaired-text/);
    await bench.panel.page.request('applyFix', { revision: shown.revision });
    assert.deepEqual(bench.fixed, ['repair']);
    await assert.rejects(
      bench.panel.page.request('applyFix', { revision: shown.revision - 1 }),
      withCode('stale'),
    );
  });

  it('mends nothing where nothing was found', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    const { revision } = bench.panel.last('showToken')!;
    await assert.rejects(bench.panel.page.request('applyFix', { revision }), withCode('stale'));
    assert.deepEqual(bench.fixed, []);
  });

  it('sends no key material, whatever is asked', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    const { revision } = bench.panel.last('showToken')!;
    await bench.panel.page.request('pickKey', { revision });
    const sent = JSON.stringify(bench.panel.wire.sent);
    for (const word of ['material', '"k"', '"d"', 'labels', 'privateKey']) {
      assert.equal(sent.includes(word), false, word);
    }
  });

  it('forgets the token when the panel is closed', async () => {
    const bench = new Bench();
    const { found } = await inDocument();
    await bench.open(found);
    bench.panel.dispose();
    assert.equal(bench.session.found, undefined);
    await bench.session.verifyAgain();
    assert.equal(bench.asked.length, 1);
  });
});

/** A token encrypted with `dir` and the key above, made by Node. */
function encrypted(text: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM' })).toString('base64url');
  const iv = Buffer.alloc(12, 1);
  const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32, 7), iv);
  cipher.setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(text), cipher.final()]);
  const parts = [iv, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'));
  return [header, '', ...parts].join('.');
}

function openIn(panel: FakePanel): ReturnType<typeof panel.last<'showContent'>> {
  const shown = panel.last('showContent');
  return shown?.content.status === 'open' ? shown : undefined;
}

function foundIn(panel: FakePanel): ReturnType<typeof panel.last<'showSearch'>> {
  const shown = panel.last('showSearch');
  return shown?.search.status === 'found' ? shown : undefined;
}

function newer(panel: FakePanel, revision = -1): ReturnType<typeof panel.last<'showToken'>> {
  const shown = panel.last('showToken');
  return shown && shown.revision > revision ? shown : undefined;
}

function goneIn(panel: FakePanel): ReturnType<typeof panel.last<'showNothing'>> {
  const gone = panel.last('showNothing');
  return gone?.reason === 'tokenGone' ? gone : undefined;
}

function decode(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
