import { concatBytes, utf8Bytes, type Bytes } from '../encoding/bytes';
import type { EcMaterial, OkpMaterial } from '../keys/key';
import { digest } from './digest';
import type { Engine } from './engine';
import { importKey } from './importKey';

/** What both sides of an agreement know (RFC 7518 §4.6.2). */
export interface AgreementInfo {
  /** `enc` for direct agreement, `alg` where the key wraps. */
  readonly algorithmId: string;
  readonly partyU: Bytes;
  readonly partyV: Bytes;
  /** Octets of the key to derive. */
  readonly length: number;
}

/**
 * The key both sides derive by ECDH-ES (RFC 7518 §4.6): agreement, then the Concat KDF with SHA-256. Undefined where the
 * other side's point is not on the curve of ours, or of small order.
 */
export async function agreedKey(
  own: EcMaterial | OkpMaterial,
  other: EcMaterial | OkpMaterial,
  info: AgreementInfo,
  engine: Engine,
): Promise<Bytes | undefined> {
  const secret = await sharedSecret(own, other, engine);
  return secret && concatKdf(secret, info, engine);
}

async function sharedSecret(
  own: EcMaterial | OkpMaterial,
  other: EcMaterial | OkpMaterial,
  engine: Engine,
): Promise<Bytes | undefined> {
  const shared = engine && own.crv === other.crv ? await agreeByEngine(engine, own, other) : undefined;
  return shared ?? (await import('./agreement')).agreeByLibrary(own, other);
}

/** Undefined where the host does not serve the curve, and where it refuses: the library then says which. */
async function agreeByEngine(
  subtle: SubtleCrypto,
  own: EcMaterial | OkpMaterial,
  other: EcMaterial | OkpMaterial,
): Promise<Bytes | undefined> {
  if (own.crv === 'X448') return undefined;
  const algorithm = own.kty === 'EC' ? { name: 'ECDH', namedCurve: own.crv } : { name: own.crv };
  try {
    const privateKey = await importKey(subtle, own, 'private', algorithm, ['deriveBits']);
    const publicKey = await importKey(subtle, other, 'public', algorithm, []);
    if (!privateKey || !publicKey) return undefined;
    const bits = await subtle.deriveBits(
      { name: algorithm.name, public: publicKey },
      privateKey,
      8 * own.x.length,
    );
    return new Uint8Array(bits);
  } catch {
    return undefined;
  }
}

/** The Concat KDF (NIST SP 800-56A §5.8.1) with the inputs of RFC 7518 §4.6.2. */
export async function concatKdf(
  secret: Bytes,
  { algorithmId, partyU, partyV, length }: AgreementInfo,
  engine: Engine,
): Promise<Bytes> {
  const otherInfo = concatBytes(
    lengthPrefixed(utf8Bytes(algorithmId)),
    lengthPrefixed(partyU),
    lengthPrefixed(partyV),
    count(8 * length),
  );
  const rounds: Bytes[] = [];
  for (let round = 1; (round - 1) * 32 < length; round++)
    rounds.push(await digest('SHA-256', concatBytes(count(round), secret, otherInfo), engine));
  return concatBytes(...rounds).slice(0, length);
}

function lengthPrefixed(data: Bytes): Bytes {
  return concatBytes(count(data.length), data);
}

function count(value: number): Bytes {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}
