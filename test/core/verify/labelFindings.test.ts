import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import type { Key, KeyLabels } from '../../../src/core/keys/key';
import type { KeyPurpose } from '../../../src/core/keys/keyPurpose';
import { labelFindings } from '../../../src/core/verify/labelFindings';

const labelled = (labels: KeyLabels): Key => ({
  material: { kty: 'oct', k: utf8Bytes('k') },
  labels,
  format: 'jwk',
});

describe('labelFindings', () => {
  const cases: readonly (readonly [
    labels: KeyLabels,
    alg: string,
    purpose: KeyPurpose,
    codes: readonly string[],
  ])[] = [
    [{}, 'HS256', 'verify', []],
    [{ alg: 'HS256', use: 'sig', keyOps: ['verify'] }, 'HS256', 'verify', []],
    [{ keyOps: ['sign'] }, 'HS256', 'verify', []],
    [{ alg: 'HS512' }, 'HS256', 'verify', ['keyAlgorithmDiffers']],
    [{ alg: 'hs256' }, 'HS256', 'verify', ['keyAlgorithmDiffers']],
    [{ use: 'enc' }, 'HS256', 'verify', ['keyUseDiffers']],
    [{ use: 'other' }, 'HS256', 'sign', ['keyUseDiffers']],
    [{ keyOps: ['encrypt'] }, 'HS256', 'verify', ['keyOperationsDiffer']],
    [{ keyOps: [] }, 'HS256', 'verify', ['keyOperationsDiffer']],
    [{ keyOps: ['verify'] }, 'HS256', 'sign', ['keyOperationsDiffer']],
    [{ use: 'enc', alg: 'A128KW', keyOps: ['unwrapKey'] }, 'A128KW', 'decrypt', []],
    [
      { use: 'sig', alg: 'A128GCMKW', keyOps: ['wrapKey'] },
      'A128KW',
      'decrypt',
      ['keyAlgorithmDiffers', 'keyUseDiffers', 'keyOperationsDiffer'],
    ],
  ];
  for (const [labels, alg, purpose, codes] of cases)
    it(`warns of ${codes.join(', ') || 'nothing'}: ${JSON.stringify(labels)} to ${purpose} ${alg}`, () => {
      const findings = labelFindings(labelled(labels), alg, purpose);
      assert.deepEqual(
        findings.map(({ code }) => code),
        codes,
      );
      assert.ok(findings.every(({ severity }) => severity === 'warning'));
    });

  it('names the label, what it says, and the section that defines it', () => {
    const labels = { alg: 'HS512', use: 'enc', keyOps: ['encrypt', 'wrapKey'] };
    assert.deepEqual(labelFindings(labelled(labels), 'HS256', 'verify'), [
      {
        code: 'keyAlgorithmDiffers',
        severity: 'warning',
        subject: 'alg',
        facts: { alg: 'HS256', own: 'HS512' },
        reference: 'RFC 7517 §4.4',
      },
      {
        code: 'keyUseDiffers',
        severity: 'warning',
        subject: 'use',
        facts: { use: 'enc' },
        reference: 'RFC 7517 §4.2',
      },
      {
        code: 'keyOperationsDiffer',
        severity: 'warning',
        subject: 'key_ops',
        facts: { operations: 'encrypt, wrapKey' },
        reference: 'RFC 7517 §4.3',
      },
    ]);
  });
});
