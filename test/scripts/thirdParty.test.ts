import assert from 'node:assert/strict';
import {
  billOfMaterials,
  isWelcome,
  noticesText,
  packageFolder,
  thirdPartyOf,
} from '../../scripts/lib/thirdParty.mjs';

const bundled = {
  inputs: { 'src/a.ts': {}, 'node_modules/@noble/hashes/sha2.js': {}, 'node_modules/fflate/x/y.js': {} },
};

describe('what others wrote in our bundles', () => {
  it('is found by the files that were bundled', () => {
    const packages = thirdPartyOf([bundled, bundled], process.cwd());
    assert.deepEqual(
      packages.map(({ name, licence }) => [name, licence]),
      [
        ['@noble/hashes', 'MIT'],
        ['fflate', 'MIT'],
      ],
    );
    const notices = noticesText(packages);
    assert.match(notices, /^fflate \d+\.\d+\.\d+ \(MIT\)$/m);
    assert.match(notices, /Copyright \(c\) \d+ Arjun Barrett/);
    const bill = billOfMaterials({ name: 'claimcheck', version: '1.0.0', license: 'MIT' }, packages);
    assert.match(bill.components[0].purl, /^pkg:npm\/%40noble\/hashes@\d/);
  });

  it('belongs to the innermost package', () => {
    assert.equal(
      packageFolder('node_modules/a/node_modules/@b/c/index.js'),
      'node_modules/a/node_modules/@b/c',
    );
    assert.equal(packageFolder('..\\node_modules\\a\\index.js'), '../node_modules/a');
    assert.equal(packageFolder('src/node_modules.ts'), undefined);
  });

  it('may ship under a licence of the list, or an offered one of it, and under no other', () => {
    for (const licence of ['MIT', '(BSD-3-Clause OR GPL-2.0)', 'MIT AND ISC'])
      assert.ok(isWelcome(licence), licence);
    for (const licence of ['GPL-3.0', 'MIT AND GPL-3.0', '', 'SEE LICENSE IN FILE'])
      assert.ok(!isWelcome(licence), licence);
  });
});
