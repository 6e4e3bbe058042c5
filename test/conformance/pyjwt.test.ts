import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pyjwtDecode } from '../../src/core/pyjwt/decode';
import { isRaised } from '../../src/core/pyjwt/exceptions';
import { noteRows } from '../../src/core/pyjwt/notes/note';
import { runPyjwt } from './pyjwt';
import { decodeRequest, type PyjwtCase } from './pyjwtAnswers';
import type { CaseResult } from './runner';

const file = new URL('../vectors/pyjwt/vectors.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly PyjwtCase[] };

async function run(...chosen: readonly object[]): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of runPyjwt({ cases: chosen })) results.push(result);
  return results;
}

/** The first case of an operation that was accepted, or refused in words of PyJWT's own. */
function first(op: string, ok: boolean): PyjwtCase & { readonly expect: object } {
  const found = cases.find(({ op: each, expect }) => {
    const { ok: was, native_error: isNative } = expect as { ok: boolean; native_error?: boolean };
    return each === op && was === ok && !isNative;
  });
  assert.ok(found, op);
  return found as PyjwtCase & { readonly expect: object };
}

/** Flags that stand beside a case for its subject, not for what its own token does. */
const flaggedBesides: ReadonlySet<string> = new Set(['time-iat/iat-after-exp-not-compared']);

describe('the notes of pyjwtDecode', () => {
  it('name every laxity the cases are flagged with', async () => {
    for (const vector of cases) {
      const flags = (vector['flags'] ?? []) as readonly string[];
      if (vector.op !== 'decode' || flags.length === 0 || flaggedBesides.has(vector.id)) continue;
      const request = decodeRequest(vector);
      if (isRaised(request)) continue;
      const { notes } = await pyjwtDecode(request);
      const named = new Set<string>(notes.map(({ code }) => noteRows[code].flag));
      assert.deepEqual(
        flags.filter((flag) => !named.has(flag)),
        [],
        vector.id,
      );
    }
  });
});

describe('runPyjwt', () => {
  for (const group of new Set(cases.map((vector) => vector['group'])))
    it(`passes every case of ${String(group)}`, async () => {
      const results = await run(...cases.filter((vector) => vector['group'] === group));
      assert.ok(results.length > 0);
      assert.deepEqual(
        results.filter(({ passed, leftOut }) => !passed || leftOut !== undefined),
        [],
      );
    });

  for (const [op, ok, wrong, note] of [
    ['decode', true, { payload: { another: 1 } }, 'another payload'],
    ['decode', true, { signature: 'AAAA' }, 'another signature'],
    ['decode', true, { header_json: '{"alg":"HS512"}' }, 'another header'],
    [
      'decode',
      true,
      { warnings: [{ category: 'UserWarning', message: 'x' }] },
      'a warning that did not come',
    ],
    ['decode', true, { ok: false, exception: 'DecodeError' }, 'a refusal where it is accepted'],
    ['decode', false, { message: 'another' }, 'other words'],
    ['decode', false, { exception: 'PyJWTError' }, 'another class'],
    ['decode', false, { bases: [] }, 'other bases'],
    ['decode', false, { ok: true }, 'acceptance where it is refused'],
    ['get_unverified_header', true, { header: {} }, 'another header'],
    ['encode', true, { token: 'a.b.c' }, 'another token'],
    ['encode', true, { header_text: '{}' }, 'another header text'],
    [
      'encode',
      true,
      { roundtrip: { verify_key: { kind: 'none', value: null } } },
      'a key that does not verify',
    ],
    ['jwk', true, { algorithm_name: 'none' }, 'another algorithm'],
    ['jwk', true, { is_private: 'perhaps' }, 'the other half'],
    ['jwks', true, { keys: [] }, 'other keys'],
    ['jwks', true, { lookup: [] }, 'other finds'],
    ['to_jwk', true, { jwk: {} }, 'another key'],
    ['algorithms', true, { algorithms: [] }, 'other algorithms'],
    ['jwks_client', true, { steps: [{ ok: true, fetches: 99 }] }, 'another number of fetches'],
    ['jwks_client', true, { steps: [{ ok: false, fetches: 1 }] }, 'a step that fails'],
    ['jwks_client', true, { steps: [{ ok: true, kid: 'another', fetches: 1 }] }, 'another key found'],
  ] as const)
    it(`fails ${note} (${op})`, async () => {
      const vector = first(op, ok);
      const [result] = await run({ ...vector, expect: { ...vector.expect, ...wrong } });
      assert.equal(result.passed, false);
    });

  for (const [note, vector] of [
    [
      'members in their order, and whole floats',
      '{"id":"x","op":"encode","payload":{"10":1.0,"9":12345678901234567890},' +
        '"key":{"kind":"none","value":null},"algorithm":null,' +
        '"expect":{"ok":true,"payload_text":"{\\"10\\":1.0,\\"9\\":12345678901234567890}"}}',
    ],
    [
      'a whole float of a configuration',
      '{"id":"x","op":"jwks_client","uri":"https://h/","config":{"lifespan":-1.0},"responses":[],"steps":[],' +
        '"expect":{"ok":false,"exception":"PyJWKClientError",' +
        '"message":"Lifespan must be greater than 0, the input is \\"-1.0\\""}}',
    ],
  ] as const)
    it(`reads the arguments as Python does: ${note}`, async () => {
      const text = `{"cases":[${vector}]}`;
      const results: CaseResult[] = [];
      for await (const result of runPyjwt(JSON.parse(text), { text })) results.push(result);
      assert.deepEqual(
        results.map(({ passed, got }) => ({ passed, got })),
        [{ passed: true, got: '' }],
      );
    });

  it('fails an operation it does not know, and goes on after a case that breaks', async () => {
    const broken = {
      id: 'broken',
      op: 'decode',
      expect: {},
      get token(): unknown {
        throw new Error('unreadable');
      },
    };
    const results = await run(
      { id: 'x', op: 'unknown', expect: { ok: true } },
      broken,
      first('decode', true),
    );
    assert.deepEqual(
      results.map(({ passed }) => passed),
      [false, false, true],
    );
  });
});
