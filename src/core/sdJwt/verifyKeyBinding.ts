import { hostEngine, type Engine } from '../crypto/engine';
import { toPlainValue } from '../encoding/json';
import type { JsonObject } from '../encoding/jsonNode';
import type { JwsToken } from '../jose/token';
import { readJwk } from '../keys/jwk';
import type { Key } from '../keys/key';
import { isKeyProblem, type KeyProblem } from '../keys/keyProblem';
import { verifySignature, type SignatureResult } from '../verify/verifySignature';
import { checkKeyBinding, type KeyBindingReport } from './keyBinding';

/** Everything RFC 9901 §7.3 asks of a key binding, its freshness apart: that needs to know what was asked of the holder. */
export interface KeyBindingVerification extends KeyBindingReport {
  /** What testing its signature gave; undefined where there was no key, or nothing to test. */
  readonly signature: SignatureResult | undefined;
  /** Why the key in `cnf` cannot be used. */
  readonly keyProblem?: KeyProblem;
  /** Whether the signature is valid and every check passed. */
  readonly isValid: boolean;
}

/**
 * Verifies the key binding JWT of an SD-JWT with the holder's key: the one the processed payload names in `cnf`, unless
 * another is given because the issuer says it otherwise. Says nothing about the issuer's signature, without which `cnf`
 * proves nothing. Undefined where there is no key binding. Never rejects.
 */
export async function verifyKeyBinding(
  token: JwsToken,
  payload: JsonObject | undefined,
  holderKey?: Key,
  engine: Engine = hostEngine(),
): Promise<KeyBindingVerification | undefined> {
  const report = await checkKeyBinding(token, payload, engine);
  if (!report) return undefined;
  const named = holderKey ?? (report.holderKey && readJwk(toPlainValue(report.holderKey)));
  const keyProblem = named && isKeyProblem(named) ? { keyProblem: named } : {};
  const key = named && !isKeyProblem(named) ? named : undefined;
  const signature = report.token && key ? await verifySignature(report.token, 0, key, {}, engine) : undefined;
  const isValid = signature?.status === 'valid' && report.checks.every(({ passed }) => passed);
  return { ...report, signature, ...keyProblem, isValid };
}
