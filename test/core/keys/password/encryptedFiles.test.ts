import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { KeyMaterial } from '../../../../src/core/keys/key';
import type { KeyReading } from '../../../../src/core/keys/keyReading';
import { readKeys } from '../../../../src/core/keys/readKeys';

interface Fixture {
  readonly passphrase: string;
  readonly plain: string;
  readonly files: Readonly<Record<string, string>>;
}
const fixture = JSON.parse(
  readFileSync(new URL('../../../fixtures/keys/encrypted.json', import.meta.url), 'utf8'),
) as Fixture;
const read = (base64: string, passphrase?: string): Promise<KeyReading> =>
  readKeys(
    { bytes: new Uint8Array(Buffer.from(base64, 'base64')) },
    passphrase === undefined ? {} : { passphrase },
  );
const codes = ({ problems }: KeyReading): string[] => problems.map(({ code }) => code);

describe('encrypted key files', () => {
  let expected: KeyMaterial;
  before(async () => {
    expected = (await read(fixture.plain)).keys[0].material;
  });

  for (const [name, base64] of Object.entries(fixture.files)) {
    const isOpen = name === 'pkcs12 without a MAC';
    it(`opens ${name} with its passphrase, and with no other`, async () => {
      const { keys, problems } = await read(base64, fixture.passphrase);
      assert.deepEqual(problems, []);
      assert.deepEqual(keys[0].material, expected);
      if (name.startsWith('pkcs12')) assert.equal(keys[0].labels.comment, 'frïend');
      const wrong = await read(base64, 'passwort');
      assert.ok(codes(wrong).includes('passphraseWrong') && codes(wrong).length === 1);
      if (!isOpen) assert.equal(wrong.keys.length, 0);
      const locked = await read(base64);
      assert.deepEqual(codes(locked), ['passphraseNeeded']);
      assert.equal(locked.keys.length, 0);
    });
  }
});
