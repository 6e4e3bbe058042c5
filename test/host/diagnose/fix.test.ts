import assert from 'node:assert/strict';
import { causeCodes, type CauseCode } from '../../../src/core/diagnose/codes';
import type { Cause } from '../../../src/core/diagnose/diagnosis';
import { fixFor, type Fix } from '../../../src/host/diagnose/fix';

const octets = new Uint8Array([1, 2, 3]);
const cause = (code: CauseCode, facts: Partial<Cause> = {}): Cause => ({
  ...{ status: 'cause', code, also: [], evidence: 'verified', facts: {}, noticed: [] },
  ...facts,
});
/** All that evidence can bring. */
const everything = {
  repaired: 'a.b.c',
  key: 'secret:mine',
  secretEncoding: 'base64',
  secretOctets: octets,
} as const;

/** Code -> what one click does, where the evidence has all there is. */
const kinds: Readonly<Record<CauseCode, Fix['kind'] | undefined>> = {
  'token-escaped': 'repair',
  'token-url-encoded': 'repair',
  'token-base64-wrapped': 'repair',
  'token-surrounded': 'repair',
  'token-split': 'repair',
  'token-standard-base64': 'repair',
  'token-padded': 'repair',
  'token-truncated': 'repair',
  'token-character-damaged': 'repair',
  'signature-encoding': 'repair',
  'signature-der': 'repair',
  'signature-byte-layout': 'repair',
  'signature-prehashed': undefined,
  'pss-salt-length': undefined,
  'signed-other-base64': undefined,
  'signed-other-text': undefined,
  'header-nonce-hashed': undefined,
  'json-reserialised': 'repair',
  'secret-is-base64': 'encoding',
  'secret-is-hex': 'encoding',
  'secret-is-text': 'encoding',
  'secret-layers': 'store',
  'secret-base64-lenient': 'store',
  'secret-line-end': 'store',
  'secret-whitespace': 'store',
  'secret-quotes': 'store',
  'secret-escapes': 'store',
  'secret-characters': 'store',
  'alg-mislabelled': undefined,
  'alg-name-nonstandard': undefined,
  'alg-swapped': undefined,
  'alg-confusion': undefined,
  'signature-spliced': undefined,
  'payload-edited': undefined,
  'header-edited': undefined,
  'downgraded-to-none': undefined,
  'not-jose': undefined,
  jwe: undefined,
  unsecured: undefined,
  'signature-missing': undefined,
  'payload-detached': undefined,
  'crit-not-understood': undefined,
  'key-pair-mismatch': 'useKey',
  'kid-same-other-material': 'useKey',
  'kid-mismatch': 'useKey',
  'key-armour': undefined,
  'embedded-key': undefined,
  'key-wrong-type': undefined,
  'kid-unknown': undefined,
  'nested-token': undefined,
};

describe('what one click mends', () => {
  for (const code of causeCodes)
    it(`of ${code}: ${kinds[code] ?? 'nothing'}`, () => {
      assert.equal(fixFor(cause(code, everything), true)?.kind, kinds[code]);
    });

  it('puts the strict token in its place, or where there is none on the clipboard', () => {
    const padded = cause('token-padded', { repaired: 'a.b.c' });
    assert.deepEqual(fixFor(padded, true), { kind: 'repair', text: 'a.b.c' });
    assert.deepEqual(fixFor(padded, false), { kind: 'copy', text: 'a.b.c' });
  });

  it('is nothing where an attack stands beside a harmless cause', () => {
    assert.equal(fixFor(cause('token-padded', { ...everything, also: ['payload-edited'] }), true), undefined);
    assert.equal(
      fixFor(cause('token-padded', { ...everything, also: ['token-split'] }), true)?.kind,
      'repair',
    );
  });

  it('is nothing where the evidence lacks what it takes', () => {
    for (const code of causeCodes) assert.equal(fixFor(cause(code), true), undefined, code);
    assert.equal(fixFor(cause('secret-is-hex', { key: 'secret:mine' }), true), undefined);
    assert.equal(fixFor(cause('secret-is-hex', { key: 'file:a', secretEncoding: 'hex' }), true), undefined);
  });

  it('reads a stored secret in another encoding, by its name', () => {
    assert.deepEqual(fixFor(cause('secret-is-hex', { key: 'secret:my api', secretEncoding: 'hex' }), false), {
      ...{ kind: 'encoding', name: 'my api', encoding: 'hex' },
    });
  });

  for (const [key, name, isNew] of [
    ['secret:my api', 'my api', false],
    ['variable:file:///work/.env#JWT_SECRET:12', 'JWT_SECRET (corrected)', true],
    ['variable:file:///work/a#b.env#JWT:7', 'JWT (corrected)', true],
    ['file:///work/keys/hs256.txt', 'hs256.txt (corrected)', true],
    ['hs256.txt', 'hs256.txt (corrected)', true],
    [undefined, 'secret (corrected)', true],
  ] as const)
    it(`keeps the octets of ${key ?? 'a key without a place'} as “${name}”`, () => {
      const found = cause('secret-line-end', { secretOctets: octets, ...(key === undefined ? {} : { key }) });
      assert.deepEqual(fixFor(found, true), { kind: 'store', name, octets, isNew });
    });

  it('keeps the octets of a secret that is not stored, whatever its encoding', () => {
    const found = cause('secret-is-base64', { ...everything, key: 'file:///a.txt' });
    assert.deepEqual(fixFor(found, true), { kind: 'store', name: 'a.txt (corrected)', octets, isNew: true });
  });

  it('verifies with the key that fits', () => {
    assert.deepEqual(fixFor(cause('kid-mismatch', { key: 'file:///a.jwks#2' }), true), {
      ...{ kind: 'useKey', id: 'file:///a.jwks#2' },
    });
  });
});
