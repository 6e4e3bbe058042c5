import type { Finding } from '../inspect/finding';
import type { JwsToken } from '../jose/token';
import { keyBits, weaknessesOf } from '../keys/summarizeKey';
import { equalBytes } from '../encoding/bytes';
import { markOf } from '../keys/rankKeys';
import type { KeyWeakness, KnownKey } from '../keys/key';
import type { SignatureAlgorithm } from '../jose/algorithms';
import type { Answered } from './answerSignature';
import { labelFindings } from './labelFindings';

/** What deserves a warning about a key that verified a signature: the answer stays true, and is said with these beside it. */
export function usageFindings(
  token: JwsToken,
  index: number,
  { input, ranked }: NonNullable<Answered['used']>,
  moment: number,
  keys: readonly KnownKey[],
): readonly Finding[] {
  const span = token.signatures[index]?.signature.span;
  const place = span ? { span } : {};
  const { algorithm } = input;
  const findings: Finding[] = weaknesses(ranked.known, algorithm, moment).map((weakness) => {
    const { code, ...facts } = weakness;
    return {
      code: 'weakKey',
      severity: 'warning',
      ...place,
      facts: { weakness: code, ...facts },
      reference: algorithm.rfc,
    };
  });
  const { known } = ranked;
  findings.push(
    ...labelFindings(known.key, algorithm.alg, 'verify').map((found) => ({ ...found, ...place })),
  );
  if (ranked.chosenBy === 'kid' && isAmbiguous(known, keys, algorithm))
    findings.push({
      code: 'kidAmbiguous',
      severity: 'warning',
      ...place,
      subject: 'kid',
      facts: {},
      reference: 'RFC 7517 §4.5',
    });
  if (isAmongPublicKeys(known, keys))
    findings.push({
      code: 'secretAmongPublicKeys',
      severity: 'warning',
      ...place,
      facts: {},
      reference: 'RFC 7517 §9.2',
    });
  if (ranked.kidDiffers)
    findings.push({
      code: 'kidDiffers',
      severity: 'warning',
      ...place,
      subject: 'kid',
      facts: {},
      reference: 'RFC 7515 §4.1.4',
    });
  if (ranked.known.origin.from === 'token')
    findings.push({
      code: 'embeddedKey',
      severity: 'error',
      ...place,
      facts: {},
      reference: 'RFC 8725 §2.1',
    });
  return findings;
}

/** Whether another key that could be meant has the same id. A pair and its public half are one key. */
function isAmbiguous(
  { key }: KnownKey,
  keys: readonly KnownKey[],
  { kty, curves }: SignatureAlgorithm,
): boolean {
  const own = markOf(key);
  return keys.some(
    ({ key: other }) =>
      other.labels.kid === key.labels.kid &&
      other.material.kty === kty &&
      (!('crv' in other.material) || !curves || curves.includes(other.material.crv)) &&
      !equalBytes(markOf(other), own),
  );
}

function isAmongPublicKeys({ key, origin }: KnownKey, keys: readonly KnownKey[]): boolean {
  if (key.material.kty !== 'oct' || origin.from !== 'file') return false;
  return keys.some(
    (other) =>
      other.origin.from === 'file' && other.origin.uri === origin.uri && other.key.material.kty !== 'oct',
  );
}

/** The key's own weaknesses, and its size held against this algorithm's minimum. */
function weaknesses(
  { key }: KnownKey,
  algorithm: SignatureAlgorithm,
  moment: number,
): readonly KeyWeakness[] {
  const own = weaknessesOf(key, moment).filter(({ code }) => code !== 'key.secretTooShort');
  const bits = keyBits(key.material);
  const minimum = algorithm.minimumKeyBits ?? 0;
  const isShort = key.material.kty === 'oct' && bits > 0 && bits < minimum;
  return isShort ? [...own, { code: 'key.secretTooShort', bits, minimum }] : own;
}
