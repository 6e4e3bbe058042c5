import assert from 'node:assert/strict';
import { siblingOfEqualJson, writtenAnew } from '../../../../src/core/diagnose/causes/jsonReserialised';
import { segmentOf } from '../../../../src/core/diagnose/parts';
import { secret } from '../aCase';
import { settingOf, stanceOf, variantOf } from '../aSetting';
import { b64, signed } from '../signing';

const word = 'plain-harbor-umber-41f0';
const decoded = (segment = ''): string => Buffer.from(segment, 'base64url').toString();

interface Written {
  readonly headers: readonly string[];
  readonly payloads: readonly string[];
}

/** The texts of header and payload that are tried, in their order; what is tried belongs to what is said. */
async function writtenOf(
  header: string | Uint8Array,
  payload: string | Uint8Array,
  siblings: readonly string[] = [],
): Promise<Written> {
  const token = `${b64(header)}.${b64(payload)}.AAAA`;
  const [h, p] = token.split('.');
  const setting = await settingOf(token, [], siblings);
  const [headers, payloads] = [[] as string[], [] as string[]];
  for (const stance of writtenAnew(stanceOf(token, setting), setting)) {
    if (!stance) continue;
    const [newH, newP, s] = stance.gives.repaired?.split('.') ?? [];
    assert.equal(Buffer.from(stance.data).toString(), `${newH}.${newP}`);
    assert.equal(s, 'AAAA');
    if (newH !== h) headers.push(decoded(newH));
    if (newP !== p) payloads.push(decoded(newP));
    assert.ok(newH === h || newP === p, 'one of the two at a time');
  }
  return { headers, payloads };
}

/** A JSON text in every white space that programs put in, with every line end behind it. */
function inAllStyles(value: unknown): readonly string[] {
  const spaced = JSON.stringify(value, undefined, 1);
  const layouts = [
    JSON.stringify(value),
    spaced
      .replace(/\n */g, ' ')
      .replace(/([{[]) /g, '$1')
      .replace(/ ([}\]])/g, '$1'),
    spaced.replace(/\n */g, ''),
    ...['\n', '\r\n'].flatMap((end) =>
      [2, 4, '\t'].map((indent) => JSON.stringify(value, undefined, indent).replaceAll('\n', end)),
    ),
  ];
  return ['', '\n', '\r\n'].flatMap((end) => layouts.map((layout) => layout + end));
}

describe('a payload that was written anew', () => {
  const value = { b: 1, a: [true, { z: 'x' }] };
  const inOrder = { a: [true, { z: 'x' }], b: 1 };

  it('is tried in every style, with its names as they are and sorted, each text once', async () => {
    const { payloads } = await writtenOf('{"alg":"HS256"}', JSON.stringify(value));
    const expected = new Set([...inAllStyles(value), ...inAllStyles(inOrder)]);
    expected.delete(JSON.stringify(value));
    assert.equal(payloads.length, expected.size);
    assert.deepEqual(new Set(payloads), expected);
  });

  it('is tried with its names in the order of other tokens, at every level, of six of them', async () => {
    const own = { e: { n: 1, m: 2 }, d: 1, c: 2, b: 3, a: 4 };
    const models: readonly object[] = [
      { d: 0, e: { n: 0, m: 0 } },
      { e: { m: 0, n: 0 }, d: 1, c: 2, b: 3, a: 4 },
      { c: 0 },
      { b: 0, d: 0 },
      { b: 0, c: 0 },
      { a: 0, c: 0 },
      { a: 0, e: 0 },
      { a: 0, d: 0 },
    ];
    const siblings = models.map((model) => signed({ alg: 'HS256' }, model, word));
    const { payloads } = await writtenOf('{"alg":"HS256"}', JSON.stringify(own), siblings);
    const compact = payloads.filter((text) => !/\s/.test(text));
    assert.deepEqual(compact, [
      '{"a":4,"b":3,"c":2,"d":1,"e":{"m":2,"n":1}}',
      '{"d":1,"e":{"n":1,"m":2},"c":2,"b":3,"a":4}',
      '{"e":{"m":2,"n":1},"d":1,"c":2,"b":3,"a":4}',
      '{"c":2,"e":{"n":1,"m":2},"d":1,"b":3,"a":4}',
      '{"b":3,"d":1,"e":{"n":1,"m":2},"c":2,"a":4}',
      '{"b":3,"c":2,"e":{"n":1,"m":2},"d":1,"a":4}',
      '{"a":4,"c":2,"e":{"n":1,"m":2},"d":1,"b":3}',
    ]);
  });

  it('takes tokens of the same order for one, and none whose JSON is too deep', async () => {
    const own = '{"c":{"y":1,"x":2},"b":1}';
    const deep = `{"b":${'['.repeat(60)}${']'.repeat(60)}}`;
    const of = (payload: string): string => signed({ alg: 'HS256' }, payload, word);
    const compact = async (...siblings: readonly string[]): Promise<readonly string[]> =>
      (await writtenOf('{"alg":"HS256"}', own, siblings)).payloads.filter((text) => !/\s/.test(text));
    const sorted = '{"b":1,"c":{"x":2,"y":1}}';
    const byModel = '{"b":1,"c":{"y":1,"x":2}}';
    assert.deepEqual(await compact(of(own), of(deep), of('[1]'), of('text')), [sorted]);
    // Many tokens of one order take no place from the one that differs.
    const same = Array.from({ length: 9 }, (_, index) => of(`{"c":{"y":${index},"x":0},"b":${index}}`));
    assert.deepEqual(await compact(...same, of('{"b":0}')), [sorted, byModel]);
  });

  it('is tried with other escapes where it has characters that are escaped', async () => {
    const { payloads } = await writtenOf('{"alg":"HS256"}', '{"a":"é/<"}');
    for (const text of [
      '{"a":"\\u00e9/<"}',
      '{"a":"\\u00E9/<"}',
      '{"a":"é\\/<"}',
      '{"a":"\\u00e9\\/<"}',
      '{"a":"é/\\u003c"}',
      '{"a":"\\u00E9/\\u003C"}',
      '{ "a": "é/<" }'.replaceAll('{ ', '{').replaceAll(' }', '}'),
    ])
      assert.ok(payloads.includes(text), text);
    const { payloads: back } = await writtenOf('{"alg":"HS256"}', '{"a":"\\u00e9\\/\\u003C"}');
    assert.ok(back.includes('{"a":"é/<"}'));
  });

  for (const [what, payload] of [
    ['no JSON', 'text'],
    ['no object', '[1, 2]'],
    ['no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)],
    ['too long', `{"a": "${'x'.repeat(32_768 - 8)}"}`],
    ['too deep', `{"a": ${'['.repeat(41)}${']'.repeat(41)}}`],
  ] as const)
    it(`is left alone where it is ${what}`, async () => {
      assert.deepEqual((await writtenOf('{"alg":"HS256"}', payload)).payloads, []);
    });

  it('is written anew up to thirty-two thousand characters', async () => {
    const text = `{"a": "${'x'.repeat(32_768 - 9)}"}`;
    assert.equal(text.length, 32_768);
    assert.ok((await writtenOf('{"alg":"HS256"}', text)).payloads.includes(text.replace(' ', '')));
  });
});

describe('a header that was written anew', () => {
  it('is tried in every style, sorted, and with its usual names first', async () => {
    const value = { typ: 'JWT', kid: 'k', alg: 'HS256' };
    const { headers } = await writtenOf(JSON.stringify(value), '{}');
    const orders = [
      value,
      { alg: 'HS256', kid: 'k', typ: 'JWT' },
      { typ: 'JWT', alg: 'HS256', kid: 'k' },
      { alg: 'HS256', typ: 'JWT', kid: 'k' },
    ];
    const expected = new Set(orders.flatMap((order) => inAllStyles(order)));
    expected.delete(JSON.stringify(value));
    assert.equal(headers.length, expected.size);
    assert.deepEqual(new Set(headers), expected);
  });

  it('is tried in the order of another token’s', async () => {
    const siblings = [signed('{"kid":"x","typ":"at+jwt","alg":"HS256"}', {}, word)];
    const { headers } = await writtenOf('{"alg":"HS256","kid":"k","typ":"JWT"}', '{}', siblings);
    assert.ok(headers.includes('{"kid":"k","typ":"JWT","alg":"HS256"}'));
  });

  it('is left alone where it is too long or too deep, and written anew at the limit', async () => {
    const long = (length: number): string => `{"alg":"HS256", "x":"${'y'.repeat(length - 23)}"}`;
    assert.equal(long(32_768).length, 32_768);
    assert.ok((await writtenOf(long(32_768), '{}')).headers.includes(long(32_768).replace(' ', '')));
    assert.deepEqual((await writtenOf(long(32_769), '{}')).headers, []);
    const deep = `{"alg":"HS256", "x":${'['.repeat(41)}${']'.repeat(41)}}`;
    assert.deepEqual((await writtenOf(deep, '{}')).headers, []);
  });

  it('is left alone where nothing of it is protected', async () => {
    const token = JSON.stringify({ payload: b64('{"a":1}'), header: { alg: 'HS256' }, signature: 'AAAA' });
    const setting = await settingOf(token);
    const found = [...writtenAnew(stanceOf(token, setting), setting)].filter((each) => each !== undefined);
    assert.ok(found.length > 0);
    for (const { gives } of found)
      assert.notEqual((JSON.parse(gives.repaired ?? '') as { payload: string }).payload, b64('{"a":1}'));
  });
});

describe('another token of equal JSON', () => {
  const payload = { sub: 'ada', roles: ['a', 'b'] };
  const good = signed({ alg: 'HS256', typ: 'JWT' }, payload, word);
  const [, , s = ''] = good.split('.');
  const keys = [secret('app', word)];
  const withS = (header: string, text: string, signature = s): string =>
    `${segmentOf(header)}.${segmentOf(text)}.${signature}`;
  const header = '{"typ": "JWT", "alg": "HS256"}';
  const text = '{ "roles": ["a","b"], "sub": "ada" }';
  const proofOf = async (token: string, siblings: readonly string[], known = keys): Promise<unknown> => {
    const proof = await siblingOfEqualJson(variantOf(token), await settingOf(token, known, siblings));
    return proof && [proof.key?.id, proof.repaired, proof.evidence];
  };
  const right = ['app', good, 'sibling'];

  it('has this very signature', async () => {
    assert.deepEqual(await proofOf(withS(header, text), [good]), right);
    assert.deepEqual(await proofOf(withS(header, text), [signed({ alg: 'HS256' }, {}, word), good]), right);
  });

  for (const [what, token, siblings] of [
    ['has another payload', withS(header, '{"sub":"eve","roles":["a","b"]}'), [good]],
    ['has its list in another order', withS(header, '{"sub":"ada","roles":["b","a"]}'), [good]],
    ['has another header', withS('{"alg":"HS256"}', text), [good]],
    ['has another signature', withS(header, text, 'AAAA'), [good]],
    ['is not there', withS(header, text), []],
    ['does not verify itself', withS(header, text, 'AAAA'), [withS(header, JSON.stringify(payload), 'AAAA')]],
  ] as const)
    it(`is no evidence where it ${what}`, async () => {
      assert.equal(await proofOf(token, siblings), undefined);
    });

  it('is no evidence for a text that is no token, has no signature or no JSON', async () => {
    assert.equal(await proofOf('text', [good]), undefined);
    assert.equal(await proofOf(withS(header, text, ''), [good]), undefined);
    assert.equal(await proofOf(withS(header, 'text'), [good]), undefined);
    const noJson = signed({ alg: 'HS256' }, 'text', word);
    assert.equal(await proofOf(withS(header, text, noJson.split('.')[2]), [noJson]), undefined);
  });
});
