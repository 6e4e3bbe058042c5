import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { generateKey, type KeySpec } from '../../src/core/keys/generateKey';
import type { Key } from '../../src/core/keys/key';
import { isKeyProblem } from '../../src/core/keys/keyProblem';
import { keyOutputs, writeKey, type KeyOutput } from '../../src/core/keys/write/writeKey';
import { utf8Bytes } from '../../src/core/encoding/bytes';
import { signToken } from '../../src/core/sign/signToken';
import { eventually, hoverOver, sample, untitled } from './support';

const rows: readonly (readonly [string, KeySpec])[] = [
  ['RS256', { kty: 'RSA', bits: 2048 }],
  ['ES256', { kty: 'EC', crv: 'P-256' }],
  ['EdDSA', { kty: 'OKP', crv: 'Ed25519' }],
  ['ES384', { kty: 'EC', crv: 'P-384' }],
  ['HS256', { kty: 'oct' }],
  ['ML-DSA-44', { kty: 'AKP', alg: 'ML-DSA-44' }],
  ['ES512', { kty: 'EC', crv: 'P-521' }],
  ['EdDSA', { kty: 'OKP', crv: 'Ed448' }],
  ['ES256K', { kty: 'EC', crv: 'secp256k1' }],
  ['PS384', { kty: 'RSA', bits: 2048 }],
];

/** Under which name each text is found. */
const fileNames: Readonly<Record<KeyOutput, (name: string) => string>> = {
  publicJwk: (name) => `${name}.jwk`,
  publicJwkSet: (name) => `${name}.jwks.json`,
  spkiPem: (name) => `${name}.pem`,
  opensshPublic: (name) => `${name}.pub`,
  privateJwk: (name) => `${name}.jwk.json`,
  pkcs8Pem: (name) => `${name}.key`,
  opensshPrivate: (name) => `id_${name}`,
};

interface Made {
  /** What the hover should call the key by. */
  readonly name: string;
  readonly key: Key;
  readonly token: string;
}

async function make(spec: KeySpec): Promise<Key> {
  const key = await generateKey(spec);
  if (isKeyProblem(key)) throw new Error(key.code);
  return key;
}

async function sign(alg: string, key: Key, named: boolean, sub: string): Promise<string> {
  const kid = named && key.labels.kid !== undefined ? { kid: key.labels.kid } : {};
  return await signToken(
    { headerText: JSON.stringify({ alg, ...kid }), payloadText: JSON.stringify({ sub }) },
    key,
  );
}

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(sample(`forty/${name}`), utf8Bytes(text));
}

/** A key in the file that its output and name make, and a token it signed. */
async function makeFile(index: number): Promise<Made> {
  const [alg, spec] = rows[index % rows.length];
  const key = await make(spec);
  const outputs = keyOutputs(key);
  const output = outputs[(index + Math.floor(index / rows.length)) % outputs.length];
  const name = fileNames[output](`key${index}`);
  const text = await writeKey(key, output);
  if (typeof text !== 'string') throw new Error(text.code);
  await write(name, text);
  return { name: `forty/${name}`, key, token: await sign(alg, key, index % 2 === 0, `user ${index}`) };
}

/** A secret as a variable of the environment file, which `makeSecrets` writes. */
async function makeSecret(index: number): Promise<Made & { readonly line: string }> {
  const value = `made for the test ${index} ${crypto.randomUUID()}`;
  const key: Key = { material: { kty: 'oct', k: utf8Bytes(value) }, labels: {}, format: 'secret' };
  const name = `JWT_SECRET_${index}`;
  return { name, key, line: `${name}="${value}"`, token: await sign('HS256', key, false, `user ${index}`) };
}

describe('a workspace with forty keys', function () {
  this.timeout(120_000);
  const made: Made[] = [];
  let document: vscode.TextDocument;

  const hoverText = async (token: string): Promise<string> => (await hoverOver(document, token))?.text ?? '';
  const names = (text: string, name: string): boolean => /Signature valid/.test(text) && text.includes(name);

  before(async () => {
    const secrets: string[] = [];
    for (let index = 0; index < 40; index++) {
      if (rows[index % rows.length][0] === 'HS256') {
        const { line, ...secret } = await makeSecret(index);
        secrets.push(line);
        made.push(secret);
      } else made.push(await makeFile(index));
    }
    await write('.env', `${secrets.join('\n')}\n`);
    document = await untitled(made.map(({ token }) => token).join('\n'));
    // The files have just come: the watchers may not have seen the last of them.
    await eventually(
      async () => (names(await hoverText(made[39].token), made[39].name) ? true : undefined),
      30_000,
    );
  });

  after(async () => {
    await vscode.workspace.fs.delete(sample('forty'), { recursive: true });
  });

  it('holds keys of every type, in every format', () => {
    assert.equal(new Set(made.map(({ name }) => name)).size, 40);
    const endings = new Set(made.map(({ name }) => /\/id_|\.[a-z.]+$/.exec(name)?.[0]));
    assert.ok(endings.size >= 7, [...endings].join());
  });

  it('has each token verified with its own key by hover', async () => {
    for (const { token, name } of made) {
      const text = await hoverText(token);
      assert.ok(names(text, name), `${name}: ${text.slice(0, 400)}`);
    }
  });

  it('has no token verified whose signature is another’s', async () => {
    const [one, two] = [made[1], made[11]].map(({ token }) => token.split('.'));
    const mixed = [one[0], one[1], two[2]].join('.');
    assert.doesNotMatch((await hoverOver(await untitled(mixed), mixed))!.text, /Signature valid/);
  });

  it('is seen to change: a key replaced, a key added, a key deleted', async () => {
    const [replaced, deleted] = [made[1], made[2]];
    const other = await make({ kty: 'EC', crv: 'P-256' });
    const token = await sign('ES256', other, false, 'somebody new');
    document = await untitled([...made.map((one) => one.token), token].join('\n'));
    assert.doesNotMatch(await hoverText(token), /Signature valid/);

    const text = await writeKey(other, 'publicJwk');
    assert.ok(typeof text === 'string');
    await vscode.workspace.fs.writeFile(sample(replaced.name), utf8Bytes(text));
    await eventually(async () => (names(await hoverText(token), replaced.name) ? true : undefined));
    assert.doesNotMatch(await hoverText(replaced.token), /Signature valid/);

    await vscode.workspace.fs.delete(sample(deleted.name));
    await eventually(async () => (/Signature valid/.test(await hoverText(deleted.token)) ? undefined : true));

    const back = await writeKey(deleted.key, 'publicJwk');
    assert.ok(typeof back === 'string');
    await write('added.jwk', back);
    await eventually(async () => (names(await hoverText(deleted.token), 'added.jwk') ? true : undefined));
  });
});
