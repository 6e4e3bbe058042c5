import type { PasswordParameters } from '../crypto/passwordKey';
import { decodeBase64url } from '../encoding/base64url';
import type { Bytes } from '../encoding/bytes';
import { toPlainValue } from '../encoding/json';
import type { Curve } from '../jose/algorithms';
import { headerParameter } from '../jose/headers';
import type { JoseHeader } from '../jose/token';
import { readJwk } from '../keys/jwk';
import type { EcMaterial, OkpMaterial } from '../keys/key';
import { failed, invalidParameter, type Step } from './decryption';

/** A parameter in strict base64url, of exactly so many octets where a length is given. */
export function octetsParameter(headers: readonly JoseHeader[], name: string, length?: number): Step<Bytes> {
  const node = headerParameter(headers, name);
  const octets = node?.type === 'string' ? decodeBase64url(node.value) : undefined;
  if (!octets || (length !== undefined && octets.length !== length)) return invalidParameter(name);
  return { value: octets };
}

function optionalOctets(headers: readonly JoseHeader[], name: string): Step<Bytes> {
  return headerParameter(headers, name) ? octetsParameter(headers, name) : { value: new Uint8Array() };
}

export interface AgreementParameters {
  readonly epk: EcMaterial | OkpMaterial;
  readonly partyU: Bytes;
  readonly partyV: Bytes;
}

/** `epk`, `apu` and `apv` (RFC 7518 §4.6.1): the ephemeral key must be a point of a curve, and of our key's. */
export function agreementParameters(headers: readonly JoseHeader[], crv: Curve): Step<AgreementParameters> {
  const node = headerParameter(headers, 'epk');
  const key = node && readJwk(toPlainValue(node));
  if (!key || !('material' in key)) return invalidParameter('epk');
  const { material } = key;
  if (material.kty !== 'EC' && material.kty !== 'OKP') return invalidParameter('epk');
  // Meant for a key of another curve than ours.
  if (material.crv !== crv) return failed({ code: 'keyUnusable', fault: 'keyType' });
  const partyU = optionalOctets(headers, 'apu');
  if ('reason' in partyU) return partyU;
  const partyV = optionalOctets(headers, 'apv');
  if ('reason' in partyV) return partyV;
  return { value: { epk: material, partyU: partyU.value, partyV: partyV.value } };
}

/** Octets of salt input that RFC 7518 §4.8.1.1 asks at least. */
const saltMinimum = 8;
/** The most WebCrypto can count. */
const iterationsMaximum = 2 ** 32 - 1;

/** `p2s` and `p2c` (RFC 7518 §4.8.1). */
export function passwordParameters(headers: readonly JoseHeader[]): Step<PasswordParameters> {
  const salt = octetsParameter(headers, 'p2s');
  if ('reason' in salt) return salt;
  if (salt.value.length < saltMinimum) return invalidParameter('p2s');
  const count = headerParameter(headers, 'p2c');
  const iterations = count?.type === 'number' && /^[1-9]\d*$/.test(count.text) ? count.value : 0;
  if (iterations < 1 || iterations > iterationsMaximum) return invalidParameter('p2c');
  return { value: { salt: salt.value, iterations } };
}
