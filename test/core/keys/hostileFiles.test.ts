import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readKeys } from '../../../src/core/keys/readKeys';
import { workTimeOf } from '../../support/workTime';

const size = 1_000_000;
const times = (text: string, length = size): string => text.repeat(Math.floor(length / text.length));
const inside = (body: string): string => `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`;
const vector = (name: string): string =>
  readFileSync(new URL(`../../vectors/keys/files/${name}`, import.meta.url), 'utf8');

/** A megabyte each. What is quadratic takes minutes over them; what is linear, well under a second. */
const floods: Record<string, string | Uint8Array> = {
  'BEGIN lines': times('-----BEGIN A-----\n'),
  'END lines': times('-----END A-----\n'),
  'empty blocks': times('-----BEGIN A-----\n-----END A-----\n'),
  'half BEGIN lines': times('-----BEGIN '),
  dashes: times('-'),
  'backslashes in a block': inside(times('\\')),
  'written line breaks in a block': inside(times('\\n')),
  'quotes in a block': inside(times('"')),
  'commas in quotes in a block': inside(times('",,,,,,,,')),
  'headers in a block': inside(times('A: b\n')),
  'continued headers in a block': inside(times('A: b\\\n')),
  'Proc-Type in a block': inside(times('Proc-Type: 4,ENCRYPTED ')),
  base64: times('MIIB'),
  brackets: times('['),
  braces: times('{"a":'),
  comments: `{${times('//\n')}`,
  'open comments': `{${times('/*')}`,
  'commas in JSON': `[${times('1,//\n')}`,
  JWKs: `{"keys":[${times('{"kty":"oct","k":"AAAA"},')}{}]}`,
  'PEM in JSON': `["${times('-----BEGIN A-----\\n')}"]`,
  'SSH lines': times('ssh-rsa AAAA\n'),
  'SSH words': times('ssh-rsa\t'),
  'names of variables': times('KEY='),
  'names of SSH variables': times('KEY=ssh-'),
  'a quoted quote': times('"'),
  'line ends': `${times('\r\n')}x`,
  'a PuTTY file': `PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 999999999\n${times('AAAA\n')}`,
  'PuTTY headers': `PuTTY-User-Key-File-2: ssh-rsa\n${times('A: b\n')}`,
  certificates: times(vector('rsa2048/cert-selfsigned.pem')),
  'compressed points': times(vector('p521/spki-compressed-point.pem')),
  'private keys': times(vector('p521/openssh.key')),
  'sequences in sequences': new Uint8Array(size).fill(0x30),
  'indefinite sequences': Uint8Array.from({ length: size }, (_, at) => (at % 2 ? 0x80 : 0x30)),
  'indefinite strings': Uint8Array.from({ length: size }, (_, at) => (at % 2 ? 0x80 : 0x24)),
  'a length of four gigabytes': Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0),
};

describe('readKeys of hostile files', () => {
  for (const [what, content] of Object.entries(floods))
    it(`is done soon with ${what}`, async () => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
      const took = await workTimeOf(async () => {
        const { keys, problems } = await readKeys({ bytes }, { passphrase: 'x' });
        assert.ok(keys.length + problems.length > 0);
        assert.ok(problems.length <= 100 && keys.length <= 1000);
      });
      assert.ok(took < 15_000, `${took} ms`);
    });

  it('derives no more than two dozen keys from a passphrase for one file', async () => {
    const bytes = new TextEncoder().encode(vector('rsa2048/pkcs8-enc-pbes2-des3.pem').repeat(60));
    const { keys, problems } = await readKeys({ bytes }, { passphrase: 'correct horse' });
    assert.equal(keys.length, 24);
    assert.equal(problems[0]?.code, 'tooMany');
  });

  it('survives every file of the corpus cut short or changed, at places a fixed chance chooses', async () => {
    const index = new URL('../../vectors/keys/index.json', import.meta.url);
    const { entries } = JSON.parse(readFileSync(index, 'utf8')) as { entries: { file: string }[] };
    const next = chance(20_250_101);
    for (const { file } of entries) {
      const whole = new Uint8Array(readFileSync(new URL(file, index)));
      for (let round = 0; round < 4; round++) {
        const bytes = round === 0 ? whole.slice(0, next(whole.length)) : whole.slice();
        if (round > 0) bytes[next(bytes.length)] = next(256);
        const { keys, problems } = await readKeys({ bytes, name: file });
        assert.ok(keys.length + problems.length > 0, file);
      }
    }
  }).timeout(120_000);
});

/** Numbers below a bound that look random and are the same on every run (Numerical Recipes' linear congruence). */
function chance(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
