import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keyedWithPublicText } from '../../../../src/core/diagnose/causes/algorithmConfusion';
import { carriesItsKey } from '../../../../src/core/diagnose/causes/embeddedKey';
import { holdsToken } from '../../../../src/core/diagnose/causes/nestedToken';
import { siblingWithPayload, withDocument } from '../../../../src/core/diagnose/causes/payloadDetached';
import { siblingWithSignature } from '../../../../src/core/diagnose/causes/signatureMissing';
import {
  downgraded,
  headerEdited,
  payloadEdited,
  spliced,
} from '../../../../src/core/diagnose/causes/tampering';
import type { KeyConfiguration } from '../../../../src/core/diagnose/diagnosis';
import { siblingKey } from '../../../../src/core/diagnose/siblings';
import type { ProofSearch } from '../../../../src/core/diagnose/stance';
import { aPair } from '../../../support/keyMaterial';
import { file, secret } from '../aCase';
import { settingOf, stanceOf, variantOf } from '../aSetting';
import { b64, publicPem, signed, signer } from '../signing';

const word = 'plain-harbor-umber-41f0';
const keys = [secret('app', word)];
const hs = { alg: 'HS256', typ: 'JWT' };
const claims = { sub: 'ada', role: 'user' };
const good = signed(hs, claims, word);
const [h, p, s] = good.split('.') as [string, string, string];
const foreign = signed(hs, { sub: 'grace' }, 'of another');

/** What a proof says, of a text among other tokens. */
async function proofOf(
  search: ProofSearch,
  text: string,
  siblings: readonly string[] = [],
  known: readonly KeyConfiguration[] = keys,
): Promise<unknown> {
  const proof = await search(variantOf(text), await settingOf(text, known, siblings));
  return proof && [proof.key?.id, proof.repaired, proof.evidence];
}
const bySibling = ['app', good, 'sibling'];

describe('another token as evidence', () => {
  it('must verify by a known key, in an algorithm that is one', async () => {
    const keyOf = async (token: string): Promise<string | undefined> => {
      const setting = await settingOf('', keys, [token]);
      const [sibling] = setting.siblings;
      assert.ok(sibling, token);
      return (await siblingKey(sibling, setting))?.id;
    };
    assert.equal(await keyOf(good), 'app');
    assert.equal(await keyOf(foreign), undefined);
    for (const alg of ['none', 'unheard-of'])
      assert.equal(await keyOf(`${b64(JSON.stringify({ alg }))}.${p}.${s}`), undefined);
  });

  it('is no other but a whole token', async () => {
    const { siblings } = await settingOf(good, keys, [
      good,
      'text',
      `${h}.${p}.`,
      `${h}=.${p}.${s}`,
      foreign,
    ]);
    assert.deepEqual(
      siblings.map(({ text }) => text),
      [foreign],
    );
    const many = Array.from({ length: 201 }, (_, index) => `${h}.${b64(`{"n":${index}}`)}.${s}`);
    assert.equal((await settingOf(good, keys, many)).siblings.length, 200);
  });

  for (const [what, search, text, siblings, expected] of [
    ['has the signature', siblingWithSignature, `${h}.${p}.`, [foreign, good], bySibling],
    ['has the signature and both dots', siblingWithSignature, `${h}.${p}`, [good], bySibling],
    ['has another signature of its own', siblingWithSignature, `${h}.${p}.AAAA`, [good], undefined],
    ['is no token without its payload', siblingWithSignature, `${h}..`, [good], undefined],
    [
      'has no signature where none was meant',
      siblingWithSignature,
      `${b64('{"alg":"None"}')}.${p}.`,
      [good],
      undefined,
    ],
    [
      'is no evidence where it does not verify',
      siblingWithSignature,
      foreign.slice(0, -43),
      [foreign],
      undefined,
    ],
    ['has the payload', siblingWithPayload, `${h}..${s}`, [foreign, good], bySibling],
    [
      'has a payload under another header',
      siblingWithPayload,
      `${b64('{"alg":"HS256"}')}..${s}`,
      [good],
      undefined,
    ],
    ['has a payload under another signature', siblingWithPayload, `${h}..${s.slice(1)}A`, [good], undefined],
    ['has the payload where one is missing', siblingWithPayload, `${h}.e30.${s}`, [good], undefined],
    ['has the payload where all else is missing', siblingWithPayload, `${h}..`, [good], undefined],
    [
      'has the algorithm that was taken off',
      downgraded,
      `${b64('{"alg":"NonE"}')}.${p}.`,
      [foreign, good],
      bySibling,
    ],
    ['was not downgraded: it has an algorithm', downgraded, `${h}.${p}.`, [good], undefined],
    [
      'was not downgraded: it has a signature',
      downgraded,
      `${b64('{"alg":"none"}')}.${p}.AAAA`,
      [good],
      undefined,
    ],
    [
      'was not downgraded: it has no payload',
      downgraded,
      `${b64('{"alg":"none"}')}..`,
      [signed(hs, '', word)],
      undefined,
    ],
    [
      'has the signature of a token that names no algorithm',
      siblingWithSignature,
      `${b64('{"kid":"k"}')}.${p}.`,
      [good],
      undefined,
    ],
    ['has another payload', downgraded, `${b64('{"alg":"none"}')}.e30.`, [good], undefined],
  ] as const)
    it(what, async () => {
      assert.deepEqual(await proofOf(search, text, siblings), expected);
    });

  it('is nothing to a text that is no token', async () => {
    for (const search of [
      siblingWithSignature,
      siblingWithPayload,
      downgraded,
      spliced,
      carriesItsKey,
      holdsToken,
    ])
      assert.equal(await proofOf(search, 'no token', [good]), undefined);
  });

  const other = signed(hs, { sub: 'grace' }, word);
  const sOther = other.split('.')[2] ?? '';
  for (const [what, text, siblings, expected] of [
    ['gave its signature, and a third has the right one', `${h}.${p}.${sOther}`, [other, good], bySibling],
    ['gave its signature, in whatever order', `${h}.${p}.${sOther}`, [good, other], bySibling],
    ['has the right signature, and nobody gave this one', `${h}.${p}.${sOther}`, [good], undefined],
    ['gave its signature, and nobody has the right one', `${h}.${p}.${sOther}`, [other], undefined],
    [
      'gave its signature, which is none itself',
      `${h}.${p}.${foreign.split('.')[2]}`,
      [foreign, good],
      undefined,
    ],
    ['differs in its signature alone', `${h}.${p}.AAAA`, [`${h}.${p}.AAAB`, good], undefined],
    ['has no signature to give', `${h}.${p}.`, [other, good], undefined],
  ] as const)
    it(`is spliced with this one: ${what}`, async () => {
      assert.deepEqual(await proofOf(spliced, text, siblings), expected);
    });
});

describe('a payload that was edited', () => {
  const changed = `${h}.${b64('{"sub":"ada","role":"admin","scope":"all"}')}.${s}`;
  const seen = async (text: string, ...siblings: readonly string[]): Promise<readonly unknown[]> => {
    const setting = await settingOf(text, keys, siblings);
    return [...payloadEdited(stanceOf(text, setting), setting)].map(({ gives, data }) => {
      assert.equal(gives.evidence, 'sibling');
      assert.ok(gives.repaired?.startsWith(Buffer.from(data).toString()));
      return [gives.repaired, gives.claims];
    });
  };

  it('is seen with that of each other token, and the claims that differ', async () => {
    const grace = signed(hs, { sub: 'grace' }, word);
    assert.deepEqual(await seen(changed, good, grace), [
      [good, ['role', 'scope']],
      [`${h}.${grace.split('.')[1]}.${s}`, ['sub', 'role', 'scope']],
    ]);
  });

  it('is seen with the header of the other too, where that says the same', async () => {
    const spaced = signed('{ "typ": "JWT", "alg": "HS256" }', claims, word);
    const [h2] = spaced.split('.');
    assert.deepEqual(await seen(changed, spaced), [
      [`${h}.${p}.${s}`, ['role', 'scope']],
      [`${h2}.${p}.${s}`, ['role', 'scope']],
    ]);
    const kid = signed({ ...hs, kid: 'k' }, claims, word);
    assert.deepEqual(await seen(changed, kid), [[`${h}.${p}.${s}`, ['role', 'scope']]]);
  });

  it('is no other where its claims say the same, or are none', async () => {
    const reordered = signed(hs, '{ "role": "user", "sub": "ada" }', word);
    assert.deepEqual(await seen(good, reordered), []);
    assert.deepEqual(await seen(changed, signed(hs, 'text', word), signed(hs, '[1]', word)), []);
    assert.deepEqual(await seen(`${h}.${b64('text')}.${s}`, good), []);
  });
});

describe('a header that was edited', () => {
  const changed = `${b64('{"alg":"HS256","typ":"JWT","kid":"x"}')}.${p}.${s}`;
  const seen = async (text: string, ...siblings: readonly string[]): Promise<readonly unknown[]> => {
    const setting = await settingOf(text, [...keys, file('pub', publicPem('P-256'))], siblings);
    return [...headerEdited(stanceOf(text, setting), setting)].map((stance) => {
      const { gives, algorithms } = stance;
      assert.equal(gives.evidence, 'sibling');
      return [
        ...[gives.repaired, gives.claims, algorithms.map(({ alg }) => alg)],
        algorithms.flatMap((algorithm) => stance.keysFor(algorithm).map(({ id }) => id)),
      ];
    });
  };

  it('is seen with that of each other token, each header once, by its algorithm and its keys', async () => {
    const es = signed({ alg: 'ES256' }, claims, signer('P-256'));
    assert.deepEqual(await seen(changed, good, signed(hs, {}, word), es), [
      [good, ['kid'], ['HS256'], ['app']],
      [`${es.split('.')[0]}.${p}.${s}`, ['alg', 'typ', 'kid'], ['ES256'], ['pub']],
    ]);
  });

  it('is no other where it says the same, or names no algorithm that is known', async () => {
    const spaced = signed('{ "typ": "JWT", "alg": "HS256" }', claims, word);
    const unheard = `${b64('{"alg":"XS1"}')}.${p}.${s}`;
    assert.deepEqual(await seen(good, spaced, signed(hs, {}, word), unheard), []);
  });
});

describe('a payload that stands elsewhere in the document', () => {
  const seen = async (
    document: string | undefined,
    header: object = hs,
    token?: string,
  ): Promise<readonly string[]> => {
    const text = token ?? `${b64(JSON.stringify(header))}..AAAA`;
    const setting = await settingOf(text, keys, [], document);
    return [...withDocument(stanceOf(text, setting), setting)].map(({ data, gives, strictText }) => {
      const [, payload = ''] = Buffer.from(data)
        .toString()
        .split(/\.(.*)/s);
      assert.equal(strictText, gives.repaired);
      const isEncoded = !('b64' in header);
      if (isEncoded) assert.equal(gives.repaired, `${text.split('.')[0]}.${payload}.AAAA`);
      return isEncoded ? Buffer.from(payload, 'base64url').toString() : payload;
    });
  };

  for (const [what, document, expected] of [
    ['a JSON object', 'body: {"a":1}', ['{"a":1}', '{"a":1}\n']],
    ['a JSON array', '[1, 2];', ['[1, 2]', '[1, 2]\n']],
    ['what is inside as well', '{"a":[1]}', ['{"a":[1]}', '{"a":[1]}\n', '[1]', '[1]\n']],
    ['what is whole in what is not', '{"a":{"b":1}', ['{"b":1}', '{"b":1}\n']],
    ['the body of a message', 'a: b\r\n\r\nbody \n', ['body \n', 'body \n\n', 'body ', 'body', 'body\n']],
    ['a body that begins with white space', 'x\n\n  y', ['  y', '  y\n', 'y', 'y\n']],
    ['no JSON and no body', 'text {', []],
    ['nothing', '', []],
  ] as const)
    it(`may be ${what}`, async () => {
      assert.deepEqual(await seen(document), expected);
    });

  it('is looked for where the token has none, and a signature', async () => {
    assert.deepEqual(await seen(undefined), []);
    assert.deepEqual(await seen('{}', hs, `${h}.${p}.AAAA`), []);
    assert.deepEqual(await seen('{}', hs, `${h}..`), []);
  });

  it('is looked for at sixty beginnings', async () => {
    const noise = (count: number): string => `${'{ '.repeat(count)}x [7]`;
    assert.deepEqual(await seen(noise(59)), ['[7]', '[7]\n']);
    assert.deepEqual(await seen(noise(60)), []);
  });

  it('is looked for in the first million characters, and is no longer than a quarter of it', async () => {
    const at = (length: number): string => `${' '.repeat(length)}[7]`;
    assert.equal((await seen(at(1_048_573))).length, 2);
    assert.equal((await seen(at(1_048_574))).length, 0);
    const long = (length: number): string => `["${'x'.repeat(length - 4)}"]`;
    assert.deepEqual(
      (await seen(long(262_144))).map(({ length }) => length),
      [262_144],
    );
    assert.deepEqual(await seen(long(262_145)), []);
  });

  it('may go in as it stands, and is no part of a compact token then where it has a dot', async () => {
    const plain = { ...hs, b64: false, crit: ['b64'] };
    assert.deepEqual(await seen('x\n\n1.5', plain), ['1.5', '1.5\n']);
    assert.deepEqual(await seen('x\n\n1~5', plain), ['1~5', '1~5\n']);
    const text = `${b64(JSON.stringify(plain))}..AAAA`;
    const setting = await settingOf(text, keys, [], 'x\n\n1.5 [7]');
    const found = [...withDocument(stanceOf(text, setting), setting)];
    assert.deepEqual(
      found.map(({ gives }) => gives.repaired),
      [
        undefined,
        undefined,
        ...['[7]', '[7]\n'].map((payload) => `${b64(JSON.stringify(plain))}.${payload}.AAAA`),
      ],
    );
  });
});

describe('an HMAC keyed with what everybody knows', () => {
  const seen = async (token: string, ...known: readonly KeyConfiguration[]): Promise<readonly string[]> => {
    const setting = await settingOf(token, known);
    return [...keyedWithPublicText(stanceOf(token, setting), setting)].flatMap((stance) => {
      const { strictText, gives } = stance;
      assert.deepEqual([strictText, gives.isSecretKept], [undefined, true]);
      const [algorithm] = stance.algorithms;
      assert.ok(algorithm);
      assert.deepEqual(stance.keysFor({ ...algorithm, family: 'ecdsa' }), []);
      return stance.keysFor(algorithm).map(({ id, key: { material } }) => {
        assert.ok(material.kty === 'oct');
        return `${id}: ${Buffer.from(material.k).toString('latin1')}`;
      });
    });
  };
  const pem = publicPem('P-256');
  const body = pem.split('\n').slice(1, -2);
  const der = aPair('P-256').publicKey.export({ type: 'spki', format: 'der' }).toString('latin1');

  it('is tried with every writing of a public key', async () => {
    const found = await seen(good, file('pub', pem));
    const lines = (all: readonly string[]): readonly string[] => [
      ...['\n', '\r\n'].flatMap((end) => [all.join(end), all.join(end) + end]),
      ...[all.join(''), all.join(' ')],
    ];
    const armoured = pem.trimEnd().split('\n');
    const escaped = ['', '\\n'].map((end) => armoured.join('\\n') + end);
    for (const text of [...lines(armoured), ...lines(body), ...escaped, der])
      assert.ok(found.includes(`pub: ${text}`), JSON.stringify(text));
    assert.ok(found.some((text) => text.startsWith('pub: ecdsa-sha2-nistp256 AAAA')));
    assert.equal(new Set(found).size, found.length);
  });

  it('is tried with the text of its file, whatever that is, and with PKCS#1 of RSA keys', async () => {
    const noted = `# a note\r\n${pem}\r\n`;
    const found = await seen(good, file('pub', noted));
    for (const text of [noted, noted.trimEnd().replaceAll('\r', '')])
      assert.ok(found.includes(`pub: ${text}`), JSON.stringify(text));
    const rsa = aPair('RSA-1024').publicKey;
    const ofRsa = await seen(good, file('rsa', publicPem('RSA-1024')));
    const pkcs1 = rsa.export({ type: 'pkcs1', format: 'der' }).toString('latin1');
    assert.ok(ofRsa.includes(`rsa: ${pkcs1}`));
    assert.ok(ofRsa.includes(`rsa: ${rsa.export({ type: 'pkcs1', format: 'pem' }).toString()}`));
    assert.ok(ofRsa.some((text) => text.startsWith('rsa: ssh-rsa AAAA')));
  });

  it('is tried with octets that have no text, and with keys whose armour is damaged', async () => {
    const spki = aPair('P-256').publicKey.export({ type: 'spki', format: 'der' });
    assert.ok((await seen(good, file('der', spki))).includes(`der: ${pem}`));
    const damaged = pem.replaceAll('-----', '---');
    assert.ok((await seen(good, file('bad', damaged))).includes(`bad: ${damaged}`));
  });

  it('is not tried with secrets, nor for tokens that no HMAC signs', async () => {
    assert.deepEqual(await seen(good, ...keys), []);
    assert.deepEqual(await seen(`${b64('{"alg":"ES256"}')}.${p}.${s}`, file('pub', pem)), []);
  });
});

describe('a token that carries its key', () => {
  const jwk = aPair('P-256').publicKey.export({ format: 'jwk' });
  const carrying = (header: object): string => signed({ alg: 'ES256', ...header }, claims, signer('P-256'));
  const named = async (token: string): Promise<unknown> => {
    const proof = await carriesItsKey(variantOf(token), await settingOf(token));
    return proof && [proof.evidence, proof.facts, proof.key];
  };

  it('verifies with it, and with no known one', async () => {
    assert.deepEqual(await named(carrying({ jwk })), ['verified', { name: 'jwk' }, undefined]);
  });

  for (const [what, header] of [
    ['another key', { jwk: aPair('secp256k1').publicKey.export({ format: 'jwk' }) }],
    ['a key that did not sign', { jwk: { ...jwk, x: jwk.y, y: jwk.x } }],
    ['no key', { jwk: 'text' }],
    ['a secret', { jwk: { kty: 'oct', k: 'AAAA' } }],
    ['no certificate', { x5c: ['AAAA'] }],
    ['no text where the certificate should be', { x5c: [7] }],
    ['no chain', { x5c: 'AAAA' }],
    ['an empty chain', { x5c: [] }],
  ] as const)
    it(`is not proven where it carries ${what}`, async () => {
      assert.equal(await named(carrying(header)), undefined);
    });

  it('is proven by a certificate as well, the first of its chain', async () => {
    const octets = (name: string): Buffer =>
      readFileSync(new URL(`../../../vectors/keys/files/rsa2048/${name}`, import.meta.url));
    const certificate = new X509Certificate(octets('cert-selfsigned.pem')).raw.toString('base64');
    const key = createPrivateKey(octets('pkcs8.pem'));
    const chained = (...x5c: readonly string[]): string => signed({ alg: 'RS256', x5c }, claims, key);
    assert.deepEqual(await named(chained(certificate, 'AAAA')), ['verified', { name: 'x5c' }, undefined]);
    assert.equal(await named(chained('AAAA', certificate)), undefined);
  });
});

describe('a token inside of a token', () => {
  const inside = ['app', good, 'verified'];
  const around = (payload: object | string): string => signed(hs, payload, 'of nobody here');

  for (const [what, payload, expected] of [
    ['is the payload', good, inside],
    ['is the payload, with white space around it', ` ${good}\n`, inside],
    ['is a JSON text', JSON.stringify(good), inside],
    ['is a claim', { vp: good }, inside],
    ['is deep in a claim', { a: [{ b: [{ c: [[[good]]] }] }] }, inside],
    ['is deeper than anybody looks', { a: [{ b: [{ c: [[[[good]]]] }] }] }, undefined],
    ['is a serialization in JSON', { a: JSON.stringify({ payload: p, protected: h, signature: s }) }, 'json'],
    ['does not verify', { vp: foreign }, undefined],
    ['has no algorithm', { vp: `${b64('{"alg":"none"}')}.${p}.` }, undefined],
    ['has one that nobody knows', { vp: `${b64('{"alg":"XS"}')}.${p}.${s}` }, undefined],
    ['is padded', { vp: `${h}=.${p}.${s}` }, undefined],
    ['has something before it', { vp: `Bearer ${good}` }, undefined],
    ['is not there', { sub: 'ada' }, undefined],
  ] as const)
    it(what, async () => {
      const found = await proofOf(holdsToken, around(payload));
      if (expected === 'json') assert.ok(Array.isArray(found) && found[0] === 'app');
      else assert.deepEqual(found, expected);
    });

  it('is one of sixty texts that may be tokens', async () => {
    const among = (count: number): string =>
      around({ all: [...Array.from({ length: count }, () => 'eyJ'), good] });
    assert.deepEqual(await proofOf(holdsToken, among(59)), inside);
    assert.equal(await proofOf(holdsToken, among(60)), undefined);
  });
});
