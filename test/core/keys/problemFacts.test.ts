import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import type { KeyProblem } from '../../../src/core/keys/keyProblem';
import { keyFileLimit, readKeys } from '../../../src/core/keys/readKeys';
import { labelRule } from '../../../src/core/keys/text/pemLabels';
import { opensshPrivateText, opensshPublicLine } from '../../../src/core/keys/write/openssh';
import { aKey, aPair } from '../../support/keyMaterial';

const block = (label: string, ...lines: readonly string[]): string =>
  [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');
/** Strings and numbers as SSH packs them. */
const packed = (...parts: readonly (string | Uint8Array | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => {
      const octets = typeof part === 'number' ? [] : [...Buffer.from(part)];
      const size = typeof part === 'number' ? part : octets.length;
      return [size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255, ...octets];
    }),
  );
const magic = 'openssh-key-v1\0';
const openssh = (...parts: readonly (string | Uint8Array | number)[]): Uint8Array =>
  Uint8Array.from([...Buffer.from(magic), ...packed(...parts)]);

async function problemsOf(content: string | Uint8Array, passphrase?: string): Promise<readonly KeyProblem[]> {
  const bytes = typeof content === 'string' ? utf8Bytes(content) : new Uint8Array(content);
  return (await readKeys({ bytes }, passphrase === undefined ? {} : { passphrase })).problems;
}

const ed25519 = aPair('Ed25519');
const publicLine = opensshPublicLine(aKey(ed25519.material)) as string;
const { x } = ed25519.material as { readonly x: Uint8Array };
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('the facts of what is wrong with a key file', () => {
  const rows: readonly (readonly [
    what: string,
    content: string | Uint8Array,
    code: string,
    facts: object,
  ])[] = [
    ['a list of revoked certificates', block('X509 CRL', 'AAAA'), 'certificateRevocationList', {}],
    ['a request', block('NEW CERTIFICATE REQUEST', 'AAAA'), 'certificateRequest', {}],
    ['parameters', block('EC PARAMETERS', 'BggqhkjOPQMBBw=='), 'parametersOnly', { algorithm: 'EC' }],
    ['parameters of old', block('X9.42 DH PARAMETERS', 'AAAA'), 'parametersOnly', { algorithm: 'DH' }],
    ['a PGP key', block('PGP PUBLIC KEY BLOCK', 'AAAA'), 'pgpKey', {}],
    [
      'a closed SSH2 key',
      block('SSH2 ENCRYPTED PRIVATE KEY', 'AAAA'),
      'unsupportedLabel',
      { label: 'SSH2 ENCRYPTED PRIVATE KEY' },
    ],
    ['something else', block('SOMETHING', 'AAAA'), 'unsupportedLabel', { label: 'SOMETHING' }],
    ['a key of an unknown label', block('FOO PUBLIC KEY', 'AAAA'), 'damaged', { format: 'spki' }],
    ['a private key of an unknown label', block('FOO PRIVATE KEY', 'AAAA'), 'damaged', { format: 'pkcs8' }],
    ['a certificate of an unknown label', block('FOO CERTIFICATE', 'AAAA'), 'damaged', { format: 'x509' }],
    [
      'an unknown cipher',
      block('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED', 'DEK-Info: FOO-CBC,00', '', 'AAAA'),
      'unsupportedCipher',
      { name: 'FOO-CBC' },
    ],
    [
      'no cipher',
      block('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED', '', 'AAAA'),
      'damaged',
      { format: 'pem-encrypted' },
    ],
    [
      'a cipher without a name',
      block('RSA PRIVATE KEY', 'DEK-Info: ,00', '', 'AAAA'),
      'damaged',
      { format: 'pem-encrypted' },
    ],
    [
      'a short vector',
      block('RSA PRIVATE KEY', 'DEK-Info: AES-128-CBC,0011', '', 'AAAA'),
      'damaged',
      { format: 'pem-encrypted' },
    ],
    [
      'PuTTY of another version',
      'PuTTY-User-Key-File-9: ssh-rsa\nEncryption: none\n',
      'unsupportedVersion',
      { format: 'putty', version: '9' },
    ],
    [
      'PuTTY without blobs',
      'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nPrivate-MAC: 00\n',
      'truncated',
      { format: 'putty' },
    ],
    [
      'PuTTY without a private blob',
      'PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 1\nAAAA\nPrivate-MAC: 00\n',
      'truncated',
      { format: 'putty' },
    ],
    [
      'PuTTY without a check',
      'PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\nAAAA\n',
      'truncated',
      { format: 'putty' },
    ],
    [
      'PuTTY with more lines than it has',
      'PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 9\nAAAA\n',
      'truncated',
      { format: 'putty' },
    ],
    [
      'PuTTY with foreign characters',
      'PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 1\nA*AA\nPrivate-Lines: 1\nAAAA\nx\n',
      'damaged',
      { format: 'putty' },
    ],
    [
      'a hardware key',
      `sk-ssh-ed25519@openssh.com ${base64(packed('sk-ssh-ed25519@openssh.com', x))}`,
      'hardwareKey',
      { algorithm: 'sk-ssh-ed25519@openssh.com' },
    ],
    ['DSA', `ssh-dss ${base64(packed('ssh-dss', 'p'))}`, 'unsupportedAlgorithm', { algorithm: 'DSA' }],
    [
      'a certificate of SSH',
      `ssh-ed25519-cert-v01@openssh.com ${base64(packed('ssh-ed25519-cert-v01@openssh.com'))}`,
      'sshCertificate',
      {},
    ],
    [
      'an SSH key cut short',
      `ssh-ed25519 ${base64(packed('ssh-ed25519'))}`,
      'truncated',
      { format: 'openssh-public' },
    ],
    [
      'an SSH key of the wrong width',
      `ssh-ed25519 ${base64(packed('ssh-ed25519', 'short'))}`,
      'damaged',
      { format: 'openssh-public' },
    ],
    [
      'an SSH blob cut short',
      packed('ssh-ed25519', '\u0080').slice(0, -2),
      'truncated',
      { format: 'openssh-public' },
    ],
    [
      'OpenSSH of an unknown cipher',
      openssh('rot13', 'bcrypt', '', 1, publicLine, 'x'),
      'unsupportedCipher',
      { name: 'rot13' },
    ],
    [
      'OpenSSH of an unknown derivation',
      openssh('aes256-ctr', 'md5', '', 1, '', 'x'.repeat(16)),
      'unsupportedCipher',
      { name: 'md5' },
    ],
    ['OpenSSH with too many keys', openssh('none', 'none', '', 17), 'tooMany', { count: 17, limit: 16 }],
    ['OpenSSH cut short', openssh('none', 'none').slice(0, -1), 'truncated', { format: 'openssh-private' }],
    [
      'a Java store',
      Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0),
      'unsupportedContainer',
      { name: 'Java KeyStore (JKS)' },
    ],
    ['JSON too deep', `{"a":${deep(3000)}}`, 'jsonTooDeep', { limit: 1000 }],
    ['JSON with a fault', '{"kty":\n "oct",,}', 'jsonSyntax', { line: 2, column: 8 }],
    ['JSON of nothing', '[]', 'jsonNotAKey', { found: 'array' }],
    [
      'a set that is none',
      '{"keys":{}}',
      'jwkMemberType',
      { name: 'keys', expected: 'array', found: 'object' },
    ],
    ['an empty set', '{"keys":[]}', 'emptyKeySet', {}],
    ['a closed JWK', '{"ciphertext":"","iv":""}', 'encryptedJwk', {}],
    ['a JWK twice over', '{"kty":"oct","k":"AAAA","k":"AAAA"}', 'jwkRepeatedMember', { name: 'k' }],
    ['an empty file', '', 'emptyFile', {}],
    [
      'a file too large',
      new Uint8Array(keyFileLimit + 1),
      'tooLarge',
      { bytes: keyFileLimit + 1, limit: keyFileLimit },
    ],
    ['other octets', Uint8Array.of(1, 2, 3, 255, 254), 'binaryUnknown', {}],
  ];
  for (const [what, content, code, facts] of rows)
    it(`are told: ${what}`, async () => {
      const [problem, ...others] = await problemsOf(content);
      assert.deepEqual(others, []);
      assert.equal(problem.code, code);
      assert.deepEqual(problem.facts, facts);
    });

  it('say no more of a wrong passphrase than its format', async () => {
    const closed = openssh('aes256-ctr', 'bcrypt', packed('salt', 1), 1, '', 'x'.repeat(16));
    assert.deepEqual(await problemsOf(closed), [
      { code: 'passphraseNeeded', facts: { format: 'openssh-private' } },
    ]);
    for (const passphrase of ['', 'wrong'])
      assert.deepEqual(await problemsOf(closed, passphrase), [
        { code: 'passphraseWrong', facts: { format: 'openssh-private' } },
      ]);
  });

  it('have the line of what stands in a string of JSON', async () => {
    const [problem] = await problemsOf(`{\n\n"a": ${JSON.stringify(block('PUBLIC KEY', 'AAAA'))}}`);
    assert.equal(problem.line, 3);
  });
});

describe('readKeys at its limits', () => {
  it('reads a file of exactly the length there is', async () => {
    const { keys } = await readKeys({ bytes: utf8Bytes(publicLine.padEnd(keyFileLimit, '\n')) });
    assert.equal(keys.length, 1);
  });

  it('reads SSH octets that are no text, and nothing that only begins so', async () => {
    const blob = packed('ssh-ed25519', x);
    const { keys } = await readKeys({ bytes: new Uint8Array(blob) });
    assert.deepEqual(keys, [
      {
        material: { kty: 'OKP', crv: 'Ed25519', x: new Uint8Array(x) },
        labels: {},
        format: 'openssh-public',
      },
    ]);
    for (const at of [0, 1, 2]) {
      const other = new Uint8Array(blob);
      other[at] = 1;
      assert.deepEqual(
        (await problemsOf(other)).map(({ code }) => code),
        ['binaryUnknown'],
      );
    }
    for (const name of ['ssh-', 'ssh-'.padEnd(61, 'x'), 'foo-ed25519'])
      assert.deepEqual(
        (await problemsOf(packed(name, '\u0080'))).map(({ code }) => code),
        ['binaryUnknown'],
        name,
      );
  });

  it('takes the name of its own for an SSH key without a comment', async () => {
    const text = (await opensshPrivateText(aKey(ed25519.material))) as string;
    const { keys } = await readKeys({ bytes: utf8Bytes(text) });
    assert.deepEqual(
      keys.map(({ labels, format }) => [labels, format]),
      [[{}, 'openssh-private']],
    );
  });

  it('goes by the key id that a service account names, and by the name where all members are keys', async () => {
    const pem = ed25519.publicKey.export({ type: 'spki', format: 'pem' });
    const kids = async (value: object): Promise<unknown> =>
      (await readKeys({ bytes: utf8Bytes(JSON.stringify(value)) })).keys.map(({ labels }) => labels.kid);
    assert.deepEqual(await kids({ type: 'service_account', private_key_id: 'k7', private_key: pem }), ['k7']);
    assert.deepEqual(await kids({ type: 'service_account', private_key_id: 'k7', other_key: pem }), [
      undefined,
    ]);
    assert.deepEqual(await kids({ one: pem, two: pem }), ['one', 'two']);
  });

  it('reads a thousand keys of a set', async () => {
    const jwk = ed25519.publicKey.export({ format: 'jwk' });
    const reading = (count: number) =>
      readKeys({ bytes: utf8Bytes(JSON.stringify({ keys: Array.from({ length: count }, () => jwk) })) });
    const full = await reading(1000);
    assert.deepEqual([full.keys.length, full.problems], [1000, []]);
    const more = await reading(1001);
    assert.equal(more.keys.length, 1000);
    assert.deepEqual(
      more.problems.map(({ facts }) => facts),
      [{ count: 1001, limit: 1000 }],
    );
  });
});

describe('labelRule', () => {
  it('knows what each label stands for', () => {
    for (const [label, format] of [
      ['PUBLIC KEY', 'spki'],
      ['RSA PUBLIC KEY', 'pkcs1-public'],
      ['ENCRYPTED PRIVATE KEY', 'pkcs8-encrypted'],
      ['EC PRIVATE KEY', 'sec1'],
      ['TRUSTED CERTIFICATE', 'x509'],
      ['PKCS #7 SIGNED DATA', 'pkcs7'],
      ['CMS', 'pkcs7'],
      ['PKCS12', 'pkcs12'],
      ['BAR PUBLIC KEY', 'spki'],
      ['BAR PRIVATE KEY', 'pkcs8'],
      ['BAR CERTIFICATE', 'x509'],
    ] as const)
      assert.deepEqual(labelRule(label), { format });
    for (const label of ['constructor', 'PUBLIC KEY 2', 'SSH2 PUBLIC', 'XX509 CRL', 'X509 CRLS'])
      assert.deepEqual(labelRule(label), { problem: { code: 'unsupportedLabel', facts: { label } } });
  });
});
