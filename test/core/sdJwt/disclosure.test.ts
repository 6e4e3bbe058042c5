import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Segment } from '../../../src/core/jose/token';
import { disclosureFault, readDisclosure } from '../../../src/core/sdJwt/disclosure';
import { aCompactJws, jsonSegment, segment } from '../../support/aToken';

/** A text as the parser reads it where a disclosure stands. */
function disclosureOf(text: string): Segment {
  const token = parseToken(`${aCompactJws({ alg: 'ES256' }, { iss: 'a' })}~${text}~`);
  const found = token.kind === 'jws' ? token.sdJwt?.disclosures[0] : undefined;
  assert.ok(found, text);
  return found;
}

describe('readDisclosure', () => {
  it('reads a member and an element, each with its salt and value', () => {
    const member = readDisclosure(disclosureOf(jsonSegment(['salt', 'name', { a: 1 }])));
    assert.ok(typeof member !== 'string');
    assert.deepEqual([member.salt, member.name, member.value.type], ['salt', 'name', 'object']);
    assert.equal(member.text, '["salt","name",{"a":1}]');
    const element = readDisclosure(disclosureOf(jsonSegment(['', null])));
    assert.ok(typeof element !== 'string');
    assert.deepEqual([element.salt, element.name, element.value.type], ['', undefined, 'null']);
    assert.equal(disclosureFault(disclosureOf(jsonSegment(['salt', 'value']))), undefined);
  });

  for (const [text, fault, what] of [
    ['', 'empty', 'nothing'],
    [`${jsonSegment(['s', 'n', 1])}=`, 'base64url', 'padding'],
    ['W*', 'base64url', 'foreign characters'],
    [Buffer.from('["s","n","\xff"]', 'latin1').toString('base64url'), 'utf8', 'no UTF-8'],
    [segment('["s","n",'), 'json', 'JSON that is cut off'],
    [segment('["s","n",1] x'), 'json', 'something behind the JSON'],
    [jsonSegment({ s: 'n' }), 'notArray', 'an object'],
    [jsonSegment('text'), 'notArray', 'a text'],
    [jsonSegment([]), 'length', 'an empty list'],
    [jsonSegment(['s']), 'length', 'a salt alone'],
    [jsonSegment(['s', 'n', 1, 2]), 'length', 'four items'],
    [jsonSegment([1, 'n', 1]), 'salt', 'a salt that is no text'],
    [jsonSegment([1, 'v']), 'salt', 'an element whose salt is no text'],
    [jsonSegment(['s', 7, 1]), 'name', 'a name that is no text'],
    [jsonSegment(['s', '_sd', 1]), 'reservedName', 'a name of SD-JWT'],
    [jsonSegment(['s', '...', 1]), 'reservedName', 'its other name'],
  ] as const)
    it(`says ${fault} of ${what}`, () => {
      const read = disclosureOf(text);
      assert.equal(readDisclosure(read), fault);
      assert.equal(disclosureFault(read), fault);
    });
});
