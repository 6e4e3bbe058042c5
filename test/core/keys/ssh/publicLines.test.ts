import assert from 'node:assert/strict';
import { publicPart } from '../../../../src/core/keys/jwk';
import { readPublicLines } from '../../../../src/core/keys/ssh/publicLines';
import { opensshPublicLine } from '../../../../src/core/keys/write/openssh';
import { aKey, aPair } from '../../../support/keyMaterial';

const { material } = aPair('Ed25519');
const line = (opensshPublicLine(aKey(material)) as string).trim();
const rsa = (opensshPublicLine(aKey(aPair('RSA-2048').material)) as string).trim();

describe('readPublicLines', () => {
  const shapes: [what: string, text: string, comment: string | undefined][] = [
    ['alone', line, undefined],
    ['with a comment', `${line} me@here two words`, 'me@here two words'],
    ['with a line end', `${line}\r\n`, undefined],
    ['indented, between tabs', `  ${line.replaceAll(' ', '\t')}\t`, undefined],
    ['behind options', `no-pty,command="echo ssh hi",from="*.test" ${line} me`, 'me'],
    ['behind the hosts of known_hosts', `github.com,140.82.121.4 ${line}`, undefined],
    ['in quotes', `"${line} me",`, 'me'],
    ['as a variable', `DEPLOY_KEY=${line}`, undefined],
    ['as a quoted variable', `DEPLOY_KEY="${line}"`, undefined],
    ['below comments and blank lines', `# keys\n\n${line}`, undefined],
  ];
  for (const [what, text, comment] of shapes)
    it(`reads a key ${what}`, async () => {
      const reading = await readPublicLines(text);
      assert.deepEqual(reading?.problems, []);
      assert.deepEqual(reading.keys[0].material, publicPart(material));
      assert.equal(reading.keys[0].labels.comment, comment);
      assert.equal(reading.keys[0].format, 'openssh-public');
    });

  it('stops at a thousand lines and says so', async () => {
    const full = await readPublicLines(`${line}\n`.repeat(1000));
    assert.deepEqual([full?.keys.length, full?.problems], [1000, []]);
    const reading = await readPublicLines(`${'ssh-rsa AAAA\n'.repeat(2)}${`${line}\n`.repeat(1100)}`);
    assert.ok(reading);
    assert.equal(reading.keys.length, 998);
    assert.deepEqual(reading.problems.at(-1), {
      ...{ code: 'tooMany', facts: { count: 1001, limit: 1000 }, line: 1001 },
    });
  });

  it('reads several, each with its line and place', async () => {
    const text = `# mine\n${line} a\n\n${rsa} b\n`;
    const reading = await readPublicLines(text);
    assert.deepEqual(
      reading?.keys.map(({ line: at, labels, material: { kty } }) => [at, labels.comment, kty]),
      [
        [2, 'a', 'OKP'],
        [4, 'b', 'RSA'],
      ],
    );
    const { span } = reading.keys[1];
    assert.equal(text.slice(span?.start, span?.end), `${rsa} b`);
  });
  it('reads the others where one is damaged, and tells its line', async () => {
    const reading = await readPublicLines(`${line}\nssh-rsa AAAA\n${rsa}`);
    assert.equal(reading?.keys.length, 2);
    assert.deepEqual(
      reading.problems.map(({ code, line: at }) => [code, at]),
      [['truncated', 2]],
    );
  });
  it('has nothing to say of texts without a key type', async () => {
    for (const text of ['', 'AAAA', 'ssh', 'ssh-rsax AAAA', '# ssh-rsa AAAA'])
      assert.equal(await readPublicLines(text), undefined);
  });
  it('refuses a blob of another type than its curve’s point', async () => {
    const blob = Buffer.from(line.split(' ')[1], 'base64');
    const reading = await readPublicLines(`ssh-ed25519 ${blob.subarray(0, -1).toString('base64')}`);
    assert.equal(reading?.problems[0].code, 'truncated');
  });
});
