import { createCipheriv, createPublicKey } from 'node:crypto';
import { aPair } from '../../support/keyMaterial';
import { file, secret, type Broken } from './aCase';
import { b64, jwkSet, privatePem, publicPem, signature, signed, signer } from './signing';

const claims = { iss: 'https://id.example/', sub: 'ada' };
const rs = { alg: 'RS256', typ: 'JWT' };
const pem = publicPem('RSA-2048');
const good = signed(rs, claims, signer('RSA-2048'));
const [h, p, s] = good.split('.') as [string, string, string];
const two = aPair('RSA-2048').publicKey;
const one = aPair('RSA-1024').publicKey;
const named = signed({ ...rs, kid: 'b' }, claims, signer('RSA-2048'));
const app = secret('app', 'plain-harbor-umber-41f0');
const body = pem.split('\n').slice(1, -2).join('\n');
const pkcs1 = createPublicKey(pem).export({ type: 'pkcs1', format: 'pem' }) as string;
const detached = '{"amount":"42.00","to":"ada"}';
const overDetached = signed(rs, detached, signer('RSA-2048'));
const [dh, dp, ds] = overDetached.split('.') as [string, string, string];
const lined = signed(rs, `${detached}\n`, signer('RSA-2048'));
const plain = { alg: 'ES256', b64: false, crit: ['b64'] };
const plainInput = `${b64(JSON.stringify(plain))}.${detached}`;

/** An encrypted token of one content encryption key (RFC 7516, `dir` with A256GCM), made by Node. */
function encrypted(plaintext: string, key: Uint8Array): string {
  const header = b64('{"alg":"dir","enc":"A256GCM"}');
  const vector = Buffer.alloc(12, 3);
  const cipher = createCipheriv('aes-256-gcm', key, vector).setAAD(Buffer.from(header));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return [header, '', ...[vector, ciphertext, cipher.getAuthTag()].map((part) => b64(part))].join('.');
}
const sealing = Buffer.alloc(32, 9);

/** The private key under a passphrase (RFC 5958 §3), as OpenSSL writes it. */
const sealedPem = signer('RSA-2048').export({
  ...{ type: 'pkcs8', format: 'pem' },
  ...{ cipher: 'aes-128-cbc', passphrase: 'open' },
}) as string;

const armour = (note: string, text: string): Broken => ({
  note,
  token: good,
  keys: [file('bad', text)],
  expect: { code: 'key-armour', key: 'bad' },
});

export const keyCases: readonly Broken[] = [
  {
    note: 'public and private file are no pair',
    token: good,
    keys: [file('pub', publicPem('RSA-1024')), file('priv', privatePem('RSA-2048'))],
    expect: { code: 'key-pair-mismatch', key: 'priv' },
  },
  {
    note: 'one kid, two keys',
    token: named,
    keys: [file('x', jwkSet({ b: one })), file('y', jwkSet({ b: two }))],
    expect: { code: 'kid-same-other-material', key: 'y#b' },
  },
  {
    note: 'the kid of another key',
    token: named,
    keys: [file('set', jwkSet({ b: one, a: two }))],
    expect: { code: 'kid-mismatch', key: 'set#a' },
  },
  {
    note: 'a kid that nobody has, and the key has another',
    token: named,
    keys: [file('set', jwkSet({ a: two }))],
    expect: { code: 'kid-mismatch', key: 'set#a' },
  },
  {
    note: 'ASN.1 under the kid of another key',
    ...(() => {
      const token = signed({ alg: 'HS256', kid: 'b' }, claims, 'a secret of the set');
      const hexed =
        token.slice(0, token.lastIndexOf('.') + 1) +
        Buffer.from(token.split('.')[2], 'base64url').toString('hex');
      const keys = [
        ['b', 'wrong one'],
        ['a', 'a secret of the set'],
      ].map(([kid, k]) => ({ kty: 'oct', kid, k: b64(k) }));
      const expect = {
        code: 'signature-encoding',
        also: ['kid-mismatch'],
        key: 'set#a',
        repaired: token,
      } as const;
      return { token: hexed, keys: [file('set', JSON.stringify({ keys }))], expect };
    })(),
  },
  {
    note: 'PS256 under RS256, and the kid of another key',
    token: signed({ ...rs, kid: 'b' }, claims, signer('RSA-2048'), { by: 'PS256' }),
    keys: [file('set', jwkSet({ b: one, a: two }))],
    expect: { code: 'alg-mislabelled', also: ['kid-mismatch'], key: 'set#a', alg: 'PS256' },
  },
  armour('PKCS#1 inside PUBLIC KEY', pkcs1.replaceAll('RSA PUBLIC KEY', 'PUBLIC KEY')),
  armour('SPKI inside RSA PUBLIC KEY', pem.replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY')),
  armour('four dashes', pem.replaceAll('-----', '----')),
  armour('no BEGIN line', pem.split('\n').slice(1).join('\n')),
  armour('no END line', pem.split('\n').slice(0, -2).join('\n')),
  armour('labels that differ', pem.replace('END PUBLIC KEY', 'END PRIVATE KEY')),
  armour('BEGIN misspelt', `-----BEGIN PUBLIC-KEY-----\n${body}\n-----END PUBLIC-KEY-----\n`),
  armour('a private key under a public label', privatePem('RSA-2048').replaceAll('PRIVATE', 'PUBLIC')),
  {
    note: 'four dashes around an encrypted key',
    token: good,
    keys: [file('bad', sealedPem.replaceAll('-----', '----'), 'open')],
    expect: { code: 'key-armour', key: 'bad' },
  },
  {
    note: 'an encrypted key under the label of an open one',
    token: good,
    keys: [file('bad', sealedPem.replaceAll('ENCRYPTED ', ''), 'open')],
    expect: { code: 'key-armour', key: 'bad' },
  },
  {
    note: 'an RSA key for ES256',
    token: signed({ alg: 'ES256' }, claims, signer('P-256')),
    keys: [file('web', pem)],
    expect: { code: 'key-wrong-type' },
  },
  { note: 'a secret for RS256', token: good, keys: [app], expect: { code: 'key-wrong-type' } },
  {
    note: 'nobody has this kid',
    token: signed({ ...rs, kid: 'c' }, claims, signer('RSA-2048')),
    keys: [file('set', jwkSet({ a: one }))],
    expect: { code: 'kid-unknown' },
  },
  { note: 'a session id', token: '4fbd1c7e9a0b42d3', keys: [app], expect: { code: 'not-jose' } },
  {
    note: 'PASETO',
    token: `v4.public.${b64('{"sub":"ada"}')}${'A'.repeat(80)}`,
    keys: [app],
    expect: { code: 'not-jose' },
  },
  {
    note: 'no algorithm',
    token: `${b64('{"alg":"none"}')}.${p}.`,
    keys: [app],
    expect: { code: 'unsecured' },
  },
  {
    note: 'no algorithm, in quotes',
    token: `"${b64('{"alg":"NONE"}')}.${p}."`,
    keys: [app],
    expect: { code: 'unsecured' },
  },
  {
    note: 'nothing behind the last dot',
    token: `${h}.${p}.`,
    keys: [file('web', pem)],
    expect: { code: 'signature-missing', evidence: 'form' },
  },
  {
    note: 'not even the last dot',
    token: `${h}.${p}`,
    keys: [file('web', pem)],
    expect: { code: 'signature-missing', evidence: 'form' },
  },
  {
    note: 'a sibling has the signature',
    token: `${h}.${p}.`,
    keys: [file('web', pem)],
    siblings: [named, good],
    expect: { code: 'signature-missing', key: 'web', repaired: good, evidence: 'sibling' },
  },
  {
    note: 'the payload is nowhere',
    token: `${h}..${s}`,
    keys: [file('web', pem)],
    expect: { code: 'payload-detached', evidence: 'form' },
  },
  {
    note: 'the payload is the body',
    token: `${dh}..${ds}`,
    document: `POST /pay HTTP/1.1\r\nx-jws-signature: ${dh}..${ds}\r\n\r\n${detached}`,
    keys: [file('web', pem)],
    expect: { code: 'payload-detached', key: 'web', repaired: overDetached },
  },
  {
    note: 'the payload stands among other things, and was signed with a line end',
    token: `${dh}..${lined.split('.')[2]}`,
    document: `request: ${detached} [1, 2]\nsignature: ${dh}..${lined.split('.')[2]}`,
    keys: [file('web', pem)],
    expect: { code: 'payload-detached', key: 'web', repaired: lined },
  },
  {
    note: 'a sibling has the payload',
    token: `${dh}..${ds}`,
    siblings: [`${dh}.${dp}.${ds}`],
    keys: [file('web', pem)],
    expect: { code: 'payload-detached', key: 'web', repaired: overDetached, evidence: 'sibling' },
  },
  {
    note: 'an unencoded payload with a dot in it, which no compact token can hold',
    token: `${b64(JSON.stringify(plain))}..${b64(signature('ES256', signer('P-256'), plainInput))}`,
    document: `body:\n\n${detached}`,
    keys: [file('gate', publicPem('P-256'))],
    expect: { code: 'payload-detached', key: 'gate' },
  },
  {
    note: 'an extension nobody knows',
    token: signed({ ...rs, crit: ['exotic'], exotic: 1 }, claims, signer('RSA-2048')),
    keys: [file('web', pem)],
    expect: { code: 'crit-not-understood', key: 'web' },
  },
  { note: 'nobody can open it', token: encrypted('{}', sealing), keys: [app], expect: { code: 'jwe' } },
  {
    note: 'a known key opens it',
    token: encrypted('{"sub":"ada"}', sealing),
    keys: [app, secret('cek', sealing.toString('hex'), 'hex')],
    expect: { code: 'jwe', key: 'cek', evidence: 'form' },
  },
  {
    note: 'signed, then encrypted',
    token: `Bearer ${encrypted(good, sealing)}`,
    keys: [secret('cek', sealing.toString('hex'), 'hex'), file('web', pem)],
    expect: { code: 'token-surrounded', also: ['nested-token'], key: 'web', repaired: good },
  },
  {
    note: 'a token in the payload',
    token: signed({ alg: 'RS256', cty: 'JWT' }, good, signer('RSA-1024')),
    keys: [file('web', pem)],
    expect: { code: 'nested-token', key: 'web', repaired: good },
  },
  {
    note: 'a token in a claim',
    token: signed(rs, { deep: [{ vp: good }] }, signer('RSA-1024')),
    keys: [file('web', pem)],
    expect: { code: 'nested-token', key: 'web', repaired: good },
  },
];
