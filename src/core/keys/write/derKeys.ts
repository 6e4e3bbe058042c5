import { concatBytes, type Bytes } from '../../encoding/bytes';
import {
  derBits,
  derElement,
  derInteger,
  derNull,
  derOctets,
  derOid,
  derSequence,
} from '../../encoding/derWriter';
import { curveRow } from '../curve/curves';
import type { AkpMaterial, EcMaterial, KeyMaterial, OkpMaterial, RsaMaterial } from '../key';
import { keyProblem, type KeyProblem } from '../keyProblem';
import { mlDsaSets } from '../mlDsa';
import { recoverFactors } from '../rsa/recoverFactors';

const rsaEncryption = '1.2.840.113549.1.1.1';
const ecPublicKey = '1.2.840.10045.2.1';

/** SubjectPublicKeyInfo of the public half (RFC 5280 §4.1.2.7, RFC 5480, RFC 8410, RFC 9881). */
export function spkiDer(material: KeyMaterial): Bytes | KeyProblem {
  switch (material.kty) {
    case 'oct':
      return keyProblem('cannotWrite', { format: 'SPKI', because: 'secret' });
    case 'RSA':
      return derSequence(
        identifier(material),
        derBits(derSequence(derInteger(material.n), derInteger(material.e))),
      );
    case 'EC':
      return derSequence(identifier(material), derBits(uncompressed(material)));
    case 'OKP':
      return derSequence(identifier(material), derBits(material.x));
    case 'AKP':
      return derSequence(identifier(material), derBits(material.pub));
  }
}

/** PrivateKeyInfo (RFC 5958 §2), of ML-DSA keys by their seed where it is known (RFC 9881 §6). */
export async function pkcs8Der(material: KeyMaterial): Promise<Bytes | KeyProblem> {
  if (material.kty === 'oct') return keyProblem('cannotWrite', { format: 'PKCS#8', because: 'secret' });
  const inner = await innerKey(material);
  if (!inner) return keyProblem('cannotWrite', { format: 'PKCS#8', because: 'publicOnly' });
  return derSequence(derInteger(0), identifier(material), derOctets(inner));
}

type PairMaterial = RsaMaterial | EcMaterial | OkpMaterial | AkpMaterial;

function identifier(material: PairMaterial): Bytes {
  switch (material.kty) {
    case 'RSA':
      return derSequence(derOid(rsaEncryption), derNull());
    case 'EC':
      return derSequence(derOid(ecPublicKey), derOid(curveRow(material.crv).oid));
    case 'OKP':
      return derSequence(derOid(curveRow(material.crv).oid));
    case 'AKP':
      return derSequence(derOid(mlDsaSets.get(material.alg)?.oid ?? ''));
  }
}

async function innerKey(material: PairMaterial): Promise<Bytes | undefined> {
  switch (material.kty) {
    case 'RSA':
      return rsaPrivateKey(material);
    case 'EC':
      // RFC 5915 §3, with the public half, as OpenSSL writes it.
      return (
        material.d &&
        derSequence(derInteger(1), derOctets(material.d), derElement(0xa1, derBits(uncompressed(material))))
      );
    case 'OKP':
      return material.d && derOctets(material.d);
    case 'AKP':
      if (material.seed) return derElement(0x80, material.seed);
      return material.expanded && derOctets(material.expanded);
  }
}

/** RFC 8017 appendix A.1.2. */
async function rsaPrivateKey(material: RsaMaterial): Promise<Bytes | undefined> {
  const crt = await recoverFactors(material);
  if (!material.private || !crt) return undefined;
  const numbers = [material.n, material.e, material.private.d, crt.p, crt.q, crt.dp, crt.dq, crt.qi];
  return derSequence(derInteger(0), ...numbers.map(derInteger));
}

function uncompressed({ x, y }: EcMaterial): Bytes {
  return concatBytes(Uint8Array.of(4), x, y);
}
