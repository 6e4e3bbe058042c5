import { DerReader } from '../../encoding/der';
import type { KeyFormat, RsaMaterial } from '../key';
import { orRefuse, refuse } from '../refusal';
import { rsaMaterial } from '../rsa/rsaMaterial';

/** RSAPublicKey (RFC 8017 appendix A.1.1). */
export function readPkcs1Public(format: KeyFormat, octets: Uint8Array): RsaMaterial {
  const key = new DerReader(octets).enter();
  return orRefuse(rsaMaterial(format, { n: key.integer(), e: key.integer() }));
}

/** RSAPrivateKey, of which the reader gives the members (RFC 8017 appendix A.1.2). */
export function readPkcs1Private(format: KeyFormat, key: DerReader): RsaMaterial {
  if (key.count() !== 0) refuse('multiPrime', {});
  const [n, e, d, p, q, dp, dq, qi] = Array.from({ length: 8 }, () => key.integer()) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return orRefuse(rsaMaterial(format, { n, e, d, p, q, dp, dq, qi }));
}
