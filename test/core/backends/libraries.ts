import jwt from 'jsonwebtoken';
import { jwtDecrypt, jwtVerify, type JWK } from 'jose';
import type { BackendOutcome } from '../../../src/core/backends/backendVerdict';
import type { JoseKey, JoseOptions } from '../../../src/core/backends/jose/options';
import type { JsonwebtokenOptions } from '../../../src/core/backends/jsonwebtoken/options';
import { moment } from './madeTokens';
import { thrownOutcome } from './outcomes';

/** What `jwtVerify` or `jwtDecrypt` of jose itself answers, at the moment of the made tokens. */
export async function realJose(
  call: 'jwtVerify' | 'jwtDecrypt',
  token: string,
  key: JoseKey | undefined,
  options: JoseOptions = {},
): Promise<BackendOutcome> {
  // It freezes JWKs, and takes them for known when it sees them again.
  const own = key instanceof Uint8Array ? key : (structuredClone(key) as JWK);
  try {
    const asked = { ...(options as object), currentDate: new Date(moment * 1000) };
    await (call === 'jwtVerify' ? jwtVerify(token, own, asked) : jwtDecrypt(token, own, asked));
    return { status: 'accepted' };
  } catch (thrown) {
    return thrownOutcome(thrown);
  }
}

/** What `jwt.verify` of jsonwebtoken itself answers, at the moment of the made tokens. */
export function realJsonwebtoken(
  token: string,
  key: unknown,
  options: JsonwebtokenOptions = {},
): BackendOutcome {
  const { now } = Date;
  // An `iat` of zero makes it ask the clock.
  Date.now = () => moment * 1000;
  try {
    jwt.verify(token, key, { ...options, clockTimestamp: moment });
    return { status: 'accepted' };
  } catch (thrown) {
    return thrownOutcome(thrown);
  } finally {
    Date.now = now;
  }
}
