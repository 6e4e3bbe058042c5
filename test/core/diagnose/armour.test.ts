import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { isAsLabelled, readDespiteArmour } from '../../../src/core/diagnose/armour';
import { encodeBase64 } from '../../../src/core/encoding/base64url';
import { pemText } from '../../../src/core/encoding/pem';
import type { Key, KeyFormat } from '../../../src/core/keys/key';
import { aPair } from '../../support/keyMaterial';
import { privatePem, publicPem } from './signing';

const formats = [
  'spki',
  'pkcs1-public',
  'pkcs8',
  'pkcs1-private',
  'pkcs8-encrypted',
  'sec1',
  'x509',
] as const;
const keyAt = (text: string, format: KeyFormat): Key => ({
  material: aPair('P-256').material,
  labels: {},
  format,
  span: { start: 0, end: text.length },
});

describe('the label of a PEM block', () => {
  for (const [label, right] of [
    ['PUBLIC KEY', 'spki'],
    ['RSA PUBLIC KEY', 'pkcs1-public'],
    ['PRIVATE KEY', 'pkcs8'],
    ['ENCRYPTED PRIVATE KEY', 'pkcs8-encrypted'],
    ['RSA PRIVATE KEY', 'pkcs1-private'],
    ['EC PRIVATE KEY', 'sec1'],
    ['CERTIFICATE', 'x509'],
    ['X509 CERTIFICATE', 'x509'],
    ['TRUSTED CERTIFICATE', 'x509'],
    ['PUBLIC', undefined],
    ['constructor', undefined],
  ] as const)
    it(`${label} stands for ${right ?? 'nothing that programs read'}`, () => {
      const text = pemText(label, encodeBase64(new Uint8Array(60)));
      assert.deepEqual(
        formats.filter((format) => isAsLabelled(text, keyAt(text, format))),
        right === undefined ? [] : [right],
      );
    });

  it('is not asked of other formats, of texts without a block, and of keys from no place', () => {
    const wrong = pemText('CERTIFICATE', encodeBase64(new Uint8Array(60)));
    const { material, labels, format } = keyAt(wrong, 'spki');
    assert.ok(!isAsLabelled(wrong, keyAt(wrong, 'spki')));
    assert.ok(isAsLabelled(wrong, { material, labels, format }));
    assert.ok(isAsLabelled(wrong, keyAt(wrong, 'jwk')));
    assert.ok(isAsLabelled('MIIB', keyAt('MIIB', 'spki')));
  });

  it('is that of the block the key stands in', () => {
    const [first, second] = ['PUBLIC KEY', 'CERTIFICATE'].map((label) =>
      pemText(label, encodeBase64(new Uint8Array(60))),
    ) as [string, string];
    const text = `${first}\n${second}`;
    const at = (start: number): Key => ({
      ...keyAt(text, 'x509'),
      span: { start, end: start + first.length },
    });
    assert.deepEqual([isAsLabelled(text, at(0)), isAsLabelled(text, at(first.length))], [false, true]);
  });
});

describe('a key whose armour is damaged', () => {
  const pem = publicPem('P-256');
  const body = pem.split('\n').slice(1, -2);
  const inside = body.join('\n');
  const other = publicPem('Ed25519').split('\n').slice(1, -2).join('');
  const readAs = async (text: string, passphrase?: string): Promise<string | undefined> => {
    const key = await readDespiteArmour(text, passphrase);
    return (
      key && (key.material.kty === 'EC' ? Buffer.from(key.material.x).toString('hex') : key.material.kty)
    );
  };
  const x = Buffer.from(aPair('P-256').publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString(
    'hex',
  );
  const padded = `${body.join('')}${'='.repeat((4 - (body.join('').length % 4)) % 4)}`;

  for (const [what, text] of [
    ['its body alone', inside],
    ['in one line', body.join('')],
    ['with padding', padded],
    ['with CR for line ends', `-----BEGIN KEY-----\r${body.join('\r')}\r-----END KEY-----`],
    ['with CRLF', `-----BEGIN KEY-----\r\n${body.join('\r\n')}\r\n-----END KEY-----\r\n`],
    ['with line ends written out', `-----BEGIN KEY-----\\n${body.join('\\n')}\\n-----END KEY-----\\n`],
    ['with CRLF written out', `-----BEGIN KEY-----\\r\\n${body.join('\\r\\n')}\\r\\n-----END KEY-----`],
    ['with CR written out', `-----BEGIN KEY-----\\r${body.join('\\r')}\\r-----END KEY-----`],
    ['with spaces for line ends', `-----BEGIN KEY----- ${body.join(' ')} -----END KEY-----`],
    ['with en dashes', `–––––BEGIN KEY–––––\n${inside}\n–––––END KEY–––––`],
    ['with em dashes', `——BEGIN PUBLIC KEY——\n${inside}\n——END PUBLIC KEY——`],
    ['with en dashes, in one line', `–––––BEGIN KEY–––––${body.join('')}–––––END KEY–––––`],
    ['in lower case', `-----begin public key-----\n${inside}\n-----end public key-----`],
    ['without dashes', `BEGIN PUBLIC KEY\n${inside}\nEND PUBLIC KEY`],
    ['without line ends at its marks', `-----BEGIN PUBLIC KEY-----${body.join('')}-----END PUBLIC KEY-----`],
    ['in quotes', `"-----BEGIN KEY-----" \n"${body.join('"\n"')}"`],
    ['in single quotes', `'${body.join("'\n'")}'`],
    ['in back-ticks', `\`${body.join('`\n`')}\``],
    ['with dashes in front of its lines', `- ${body.join('\n- ')}`],
    ['behind a name', `key: ${inside}`],
    ['behind an assignment', `key=${inside}`],
    ['indented, with a note between its lines', `  ${body.join('\n  # a note: here\n  ')}`],
    ['with a letter in a line of its own', `# x\n${body.join('\na\n# y\n')}`],
    ['behind something that is no key', `BEGIN X\nMIIB${'A'.repeat(60)}\nEND X\nBEGIN Y\n${inside}\nEND Y`],
    ['before another key', `BEGIN X\n${inside}\nEND X\nBEGIN Y\n${other}\nEND Y`],
  ] as const)
    it(`is read all the same: ${what}`, async () => {
      assert.equal(await readAs(text), x);
    });

  for (const [what, text] of [
    ['nothing', ''],
    ['words', 'BEGIN and END of a story'],
    [
      'base64 of something else',
      Buffer.from('Mary had a little lamb, its fleece was white').toString('base64'),
    ],
    ['a sequence that is no key', `MIIB${'A'.repeat(80)}`],
    ['a key cut short', body.join('').slice(0, 60)],
    ['a key without its first character', body.join('').slice(1)],
  ] as const)
    it(`is not found in ${what}`, async () => {
      assert.equal(await readAs(text), undefined);
    });

  it('is looked for in short texts only', async () => {
    assert.equal(await readAs(`${inside}${'\n'.repeat(65_536 - inside.length)}`), x);
    assert.equal(await readAs(`${inside}${'\n'.repeat(65_537 - inside.length)}`), undefined);
  });

  it('is told of every structure by its octets alone', async () => {
    const { privateKey } = aPair('P-256');
    const rsa = aPair('RSA-1024');
    const ders: readonly (readonly [KeyFormat, Buffer])[] = [
      ['spki', aPair('P-256').publicKey.export({ type: 'spki', format: 'der' })],
      ['pkcs8', privateKey.export({ type: 'pkcs8', format: 'der' })],
      ['sec1', privateKey.export({ type: 'sec1', format: 'der' })],
      ['pkcs1-public', rsa.publicKey.export({ type: 'pkcs1', format: 'der' })],
      ['pkcs1-private', rsa.privateKey.export({ type: 'pkcs1', format: 'der' })],
    ];
    for (const [format, der] of ders)
      assert.equal((await readDespiteArmour(der.toString('base64')))?.format, format);
  });

  it('is opened by its passphrase only', async () => {
    const sealed = node
      .createPrivateKey(privatePem('P-256'))
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'open' }) as string;
    const text = sealed.replaceAll('-----', '---');
    assert.equal(await readAs(text), undefined);
    assert.equal(await readAs(text, 'wrong'), undefined);
    assert.equal(await readAs(text, 'open'), x);
  });
});
