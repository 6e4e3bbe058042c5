import { derTag, type DerReader } from '../../encoding/der';
import { refuse } from '../refusal';

/** RFC 8017 appendix B.1 -> the PS algorithm that uses the hash. */
const byHash: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'PS256',
  '2.16.840.1.101.3.4.2.2': 'PS384',
  '2.16.840.1.101.3.4.2.3': 'PS512',
};

/** The `alg` that RSASSA-PSS-params bind a key to (RFC 8017 appendix A.2.3); none where the key may use any hash. */
export function pssAlgorithm(identifier: DerReader): { readonly alg?: string } {
  if (identifier.nextTag !== derTag.sequence) return {};
  const parameters = identifier.enter();
  const hash = parameters.optional(0xa0);
  // The default is SHA-1, which no JOSE algorithm uses.
  const oid = hash ? parameters.inside(hash).enter().oid() : '1.3.14.3.2.26';
  const alg = Object.hasOwn(byHash, oid) ? byHash[oid] : undefined;
  return alg ? { alg } : refuse('unsupportedAlgorithm', { algorithm: 'RSASSA-PSS with another hash' });
}
