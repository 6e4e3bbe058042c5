import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { hasPrivate, publicPart } from '../../../src/core/keys/jwk';
import type { KeyMaterial } from '../../../src/core/keys/key';
import type { KeyReading, ReadKeysOptions } from '../../../src/core/keys/keyReading';
import { keyFileLimit, readKeys } from '../../../src/core/keys/readKeys';
import { aPair, materialOf } from '../../support/keyMaterial';

const read = (content: string | Uint8Array, options?: ReadKeysOptions): Promise<KeyReading> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return readKeys({ bytes }, options);
};
const materials = (reading: KeyReading): KeyMaterial[] => {
  assert.deepEqual(reading.problems, []);
  return reading.keys.map(({ material }) => material);
};
const codes = ({ keys, problems }: KeyReading): string[] => {
  assert.equal(keys.length, 0);
  return problems.map(({ code }) => code);
};

type FileType = 'spki' | 'pkcs8' | 'pkcs1' | 'sec1';
const written = (key: KeyObject, type: FileType, format: 'pem' | 'der'): string | Buffer =>
  format === 'pem' ? key.export({ type, format }) : key.export({ type, format });

describe('readKeys reads what Node wrote', () => {
  const kinds = ['RSA-2048', 'P-256', 'P-384', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'X25519'] as const;
  const X448 = generateKeyPairSync('x448');
  const pairs: [string, { publicKey: KeyObject; privateKey: KeyObject; material: KeyMaterial }][] = [
    ...kinds.map((kind) => [kind, aPair(kind)] as [string, ReturnType<typeof aPair>]),
    ['X448', { ...X448, material: materialOf(X448.privateKey) }],
  ];
  for (const [kind, { publicKey, privateKey, material }] of pairs) {
    const half = publicPart(material)!;
    for (const format of ['pem', 'der'] as const) {
      it(`${kind} as SPKI in ${format}`, async () => {
        const reading = await read(written(publicKey, 'spki', format));
        assert.deepEqual(materials(reading), [half]);
        assert.equal(reading.keys[0].format, 'spki');
      });
      it(`${kind} as PKCS#8 in ${format}, with its public half`, async () => {
        const reading = await read(written(privateKey, 'pkcs8', format));
        assert.deepEqual(materials(reading), [material]);
        assert.equal(reading.keys[0].format, 'pkcs8');
      });
    }
    it(`${kind} as encrypted PKCS#8`, async () => {
      const text = privateKey.export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-192-cbc',
        passphrase: 'pässword',
      }) as string;
      assert.deepEqual(materials(await read(text, { passphrase: 'pässword' })), [material]);
      assert.deepEqual(codes(await read(text)), ['passphraseNeeded']);
      assert.deepEqual(codes(await read(text, { passphrase: 'password' })), ['passphraseWrong']);
    });
    it(`${kind} as a JWK and in a JWK Set`, async () => {
      const jwk = privateKey.export({ format: 'jwk' });
      assert.deepEqual(materials(await read(JSON.stringify(jwk))), [material]);
      assert.deepEqual(materials(await read(JSON.stringify({ keys: [jwk, jwk] }))), [material, material]);
    });
  }

  for (const format of ['pem', 'der'] as const) {
    it(`RSA as PKCS#1 in ${format}, both halves`, async () => {
      const { publicKey, privateKey, material } = aPair('RSA-2048');
      const secret = written(privateKey, 'pkcs1', format);
      assert.deepEqual(materials(await read(secret)), [material]);
      const open = written(publicKey, 'pkcs1', format);
      assert.deepEqual(materials(await read(open)), [publicPart(material)]);
    });
    it(`EC as SEC1 in ${format}`, async () => {
      const { privateKey, material } = aPair('P-384');
      const secret = written(privateKey, 'sec1', format);
      assert.deepEqual(materials(await read(secret)), [material]);
    });
  }

  for (const cipher of ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc'])
    it(`PEM encrypted the old way with ${cipher}`, async () => {
      const { privateKey, material } = aPair('P-256');
      const options = { type: 'sec1', format: 'pem', cipher, passphrase: 'secret' } as const;
      const text = privateKey.export(options) as string;
      const reading = await read(text, { passphrase: 'secret' });
      assert.deepEqual(materials(reading), [material]);
      assert.equal(reading.keys[0].format, 'pem-encrypted');
      assert.deepEqual(codes(await read(text, { passphrase: 'Secret' })), ['passphraseWrong']);
      assert.deepEqual(codes(await read(text)), ['passphraseNeeded']);
    });
});

describe('readKeys', () => {
  const pem = aPair('P-256').publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const secret = aPair('P-256').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const half = publicPart(aPair('P-256').material)!;
  const jwk = aPair('P-256').publicKey.export({ format: 'jwk' });
  const base64 = pem.split('\n').slice(1, -2).join('');

  const shapes: [what: string, content: string | Uint8Array][] = [
    ['behind a byte order mark', `\ufeff${pem}`],
    ['in UTF-16', Buffer.from(`\ufeff${pem}`, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(`\ufeff${pem}`, 'utf16le').swap16()],
    ['in UTF-16 without a byte order mark', Buffer.from(pem, 'utf16le')],
    ['below a comment in Latin-1', Buffer.concat([Buffer.from('Schlüssel\n', 'latin1'), Buffer.from(pem)])],
    ['in base64 once more', Buffer.from(pem).toString('base64')],
    ['as bare base64', base64],
    ['as bare base64 in lines', base64.replace(/.{30}/g, '$&\n')],
    ['as bare base64 of a variable', `PUBLIC_KEY="${base64}"\n`],
    ['as a string of JSON', JSON.stringify({ a: { key: pem } })],
    ['as a JWK in JSON', JSON.stringify({ a: [{ key: jwk }] })],
    ['as a JWK of a variable', `export JWK='${JSON.stringify(jwk)}'`],
    ['as a JWK in base64', Buffer.from(JSON.stringify(jwk)).toString('base64url')],
    [
      'as a JWK with comments',
      `// mine\n{ /* it is */ "kty": "EC",\n${JSON.stringify(jwk).slice(1, -1)},\n}`,
    ],
    ['under the label of another public key', pem.replaceAll('PUBLIC KEY', 'RSA PUBLIC KEY')],
  ];
  for (const [what, content] of shapes)
    it(`finds a key ${what}`, async () => {
      const { keys } = await read(content);
      assert.deepEqual(
        keys.map(({ material }) => material),
        [half],
      );
    });

  it('tells the line and the place of each key of a file', async () => {
    const text = `one\n${pem}two\n${pem}`;
    const { keys } = await read(text);
    assert.deepEqual(
      keys.map(({ line }) => line),
      [2, 7],
    );
    for (const { span } of keys) assert.match(text.slice(span?.start, span?.end), /^-----BEGIN[^]*KEY-----$/);
  });

  it('takes the key id of a service account, and those of a map of certificates', async () => {
    const account = { type: 'service_account', private_key_id: 'abc', private_key: pem };
    assert.equal((await read(JSON.stringify(account))).keys[0].labels.kid, 'abc');
    const map = { one: pem, two: pem };
    assert.deepEqual(
      (await read(JSON.stringify(map))).keys.map(({ labels }) => labels.kid),
      ['one', 'two'],
    );
  });

  it('tells a repeated member, and reads the last as parsers do', async () => {
    const { keys, problems } = await read('{"kty":"oct","k":"AAAA","k":"AAAB"}');
    assert.deepEqual(keys[0].material, { kty: 'oct', k: new Uint8Array([0, 0, 1]) });
    assert.deepEqual(problems, [{ code: 'jwkRepeatedMember', facts: { name: 'k' }, line: 1 }]);
  });

  it('refuses a private JWK whose public half is another key’s', async () => {
    for (const kind of ['P-256', 'Ed25519'] as const) {
      const own = aPair(kind).privateKey.export({ format: 'jwk' });
      const type = kind === 'P-256' ? 'ec' : 'ed25519';
      const other = generateKeyPairSync(type as 'ec', { namedCurve: 'P-256' }).privateKey.export({
        format: 'jwk',
      });
      assert.deepEqual(codes(await read(JSON.stringify({ ...own, d: other.d }))), ['inconsistent']);
    }
  });

  it('refuses RSA numbers that do not belong together', async () => {
    const own = aPair('RSA-2048').privateKey.export({ format: 'jwk' });
    assert.deepEqual(codes(await read(JSON.stringify({ ...own, dp: own.dq }))), ['inconsistent']);
    assert.deepEqual(codes(await read(JSON.stringify({ ...own, p: own.q, q: own.p }))), ['inconsistent']);
  });

  const refused: [what: string, content: string | Uint8Array, code: string][] = [
    ['nothing', '', 'emptyFile'],
    ['white space', ' \n\t ', 'emptyFile'],
    ['a megabyte and a byte', new Uint8Array(keyFileLimit + 1), 'tooLarge'],
    ['zeros', new Uint8Array(100), 'binaryUnknown'],
    ['prose', 'Dear Sir or Madam', 'notAKey'],
    ['a web page', '<!DOCTYPE html><p>404', 'notAKey'],
    ['a token', 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA', 'notAKey'],
    ['random base64', 'iLPvES6jMhYuH4+aT9UPRTUx72uAwrFWfdfsGF/ZQeWIs+8RLqMyFi4fj5pP', 'notAKey'],
    ['half a block', pem.slice(0, 100), 'missingEnd'],
    ['a block without a beginning', pem.slice(30), 'missingBegin'],
    ['a damaged pair of lines', pem.replaceAll('-----', '---'), 'missingBegin'],
    ['a public key called private', pem.replaceAll('PUBLIC', 'PRIVATE'), 'labelContradicts'],
    ['a private key called public', secret.replaceAll('PRIVATE', 'PUBLIC'), 'labelContradicts'],
    ['a key called certificate', pem.replaceAll('PUBLIC KEY', 'CERTIFICATE'), 'labelContradicts'],
    ['a body with more behind its key', pem.replace('==\n', 'AB'), 'damaged'],
    ['an empty secret', '{"kty":"oct","k":""}', 'emptySecret'],
    ['an empty block', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----', 'emptyBlock'],
    ['a foreign character', pem.replace('M', '!'), 'notBase64'],
    ['a body cut short', pem.replace(/.{20}\n-----END/, '\n-----END'), 'truncated'],
    ['an unknown label', pem.replaceAll('PUBLIC KEY', 'OpenVPN Static key V1'), 'unsupportedLabel'],
    ['a Java key store', Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2), 'unsupportedContainer'],
    ['DER cut short', Uint8Array.of(0x30, 0x82, 1, 0, 2, 1, 0), 'truncated'],
    ['DER of something else', Uint8Array.of(0x30, 0x03, 0x01, 0x01, 0xff), 'damaged'],
    ['JSON that is cut short', '{"kty":"RSA","n":"', 'jsonSyntax'],
    ['JSON of something else', '{"hello":"world"}', 'jsonNotAKey'],
    ['an empty set', '{"keys":[]}', 'emptyKeySet'],
    ['an encrypted JWK', '{"protected":"e30","iv":"","ciphertext":"AAAA","tag":""}', 'encryptedJwk'],
    ['an SSH key cut short', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB', 'truncated'],
    ['a DSA key', `ssh-dss ${Buffer.from('\0\0\0\x07ssh-dss').toString('base64')}`, 'unsupportedAlgorithm'],
    [
      'a security key',
      `sk-ssh-ed25519@openssh.com ${Buffer.from('\0\0\0\x1ask-ssh-ed25519@openssh.com').toString('base64')}`,
      'hardwareKey',
    ],
    [
      'an SSH certificate',
      `ssh-rsa-cert-v01@openssh.com ${Buffer.from('\0\0\0\x1cssh-rsa-cert-v01@openssh.com').toString('base64')}`,
      'sshCertificate',
    ],
    ['a PuTTY key of version 1', 'PuTTY-User-Key-File-1: ssh-rsa\n', 'unsupportedVersion'],
    [
      'a PuTTY key cut short',
      'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nPublic-Lines: 6\nAAAA\n',
      'truncated',
    ],
  ];
  for (const [what, content, code] of refused)
    it(`refuses ${what} as ${code}`, async () => {
      assert.deepEqual(codes(await read(content)), [code]);
    });

  it('calls damaged octets what their file was meant to be', async () => {
    const bytes = Uint8Array.of(0x30, 0x82, 1, 0, 2, 1, 0);
    const formatOf = async (name?: string): Promise<unknown> =>
      (await readKeys(name === undefined ? { bytes } : { bytes, name })).problems[0].facts;
    assert.deepEqual(await formatOf('store.P12'), { format: 'pkcs12' });
    assert.deepEqual(await formatOf('site.crt'), { format: 'x509' });
    assert.deepEqual(await formatOf(), { format: 'pkcs8' });
  });

  it('says in which line of an SSH file the fault is', async () => {
    const { problems } = await read('# keys\n\nssh-rsa AAAA!\n');
    assert.deepEqual(problems, [{ code: 'notBase64', facts: { label: 'ssh-rsa', character: '!' }, line: 3 }]);
  });

  it('says nothing of parameters that stand beside a key', async () => {
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
    assert.deepEqual(materials(await read(parameters + pem)), [half]);
    assert.deepEqual(codes(await read(parameters)), ['parametersOnly']);
  });
});

describe('readKeys of secrets', () => {
  const secretOf = async (content: string | Uint8Array, options: ReadKeysOptions): Promise<string> => {
    const [material] = materials(await read(content, options));
    assert.ok(material.kty === 'oct' && hasPrivate(material));
    return Buffer.from(material.k).toString('hex');
  };
  it('takes no text for a secret unless told so', async () => {
    assert.deepEqual(codes(await read('correct horse')), ['notAKey']);
  });
  it('leaves the last line end out', async () => {
    for (const end of ['', '\n', '\r\n'])
      assert.equal(await secretOf(`abc ${end}`, { secretEncoding: 'utf8' }), '61626320');
  });
  it('takes octets as they are', async () => {
    assert.equal(await secretOf(Uint8Array.of(0, 255, 10), { secretEncoding: 'binary' }), '00ff0a');
  });
  it('decodes hex and base64', async () => {
    assert.equal(await secretOf('00ff\n', { secretEncoding: 'hex' }), '00ff');
    assert.equal(await secretOf('AP8=\n', { secretEncoding: 'base64' }), '00ff');
    assert.equal(await secretOf('AP8', { secretEncoding: 'base64url' }), '00ff');
  });
  it('tells an encoding that is not the one', async () => {
    assert.deepEqual(codes(await read('xyz', { secretEncoding: 'hex' })), ['secretEncoding']);
  });
  it('reads the text of a key as that key, whatever it is called', async () => {
    const { publicKey, material } = aPair('RSA-2048');
    const contents = [
      publicKey.export({ type: 'spki', format: 'pem' }) as string,
      publicKey.export({ type: 'spki', format: 'der' }),
      (publicKey.export({ type: 'spki', format: 'der' }) as Buffer).toString('base64'),
      JSON.stringify(publicKey.export({ format: 'jwk' })),
    ];
    for (const content of contents)
      for (const secretEncoding of ['utf8', 'base64', 'hex', 'binary'] as const)
        assert.deepEqual(materials(await read(content, { secretEncoding })), [publicPart(material)]);
  });
  it('makes no secret of a key it cannot read', async () => {
    const half = '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n';
    assert.deepEqual(codes(await read(half, { secretEncoding: 'utf8' })), ['missingEnd']);
  });
});
