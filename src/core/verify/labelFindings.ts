import type { Finding } from '../inspect/finding';
import { keyOperations, keyUses, type KeyPurpose } from '../keys/keyPurpose';
import type { Key } from '../keys/key';

/**
 * What a key says of itself that speaks against what it was used for (RFC 7517 §4.2-4). Labels are nobody's proof: the
 * answer stays true, and is said with these beside it.
 */
export function labelFindings({ labels }: Key, alg: string, purpose: KeyPurpose): readonly Finding[] {
  const { alg: own, use, keyOps } = labels;
  const findings: Finding[] = [];
  const warn = (finding: Omit<Finding, 'severity' | 'reference'>, section: string): void => {
    findings.push({ ...finding, severity: 'warning', reference: `RFC 7517 §4.${section}` });
  };
  if (own !== undefined && own !== alg)
    warn({ code: 'keyAlgorithmDiffers', subject: 'alg', facts: { alg, own } }, '4');
  if (use !== undefined && !keyUses[purpose].includes(use))
    warn({ code: 'keyUseDiffers', subject: 'use', facts: { use } }, '2');
  if (keyOps !== undefined && !keyOperations[purpose].some((name) => keyOps.includes(name)))
    warn({ code: 'keyOperationsDiffer', subject: 'key_ops', facts: { operations: keyOps.join(', ') } }, '3');
  return findings;
}
