import type { Finding } from '../inspect/finding';
import type { JwsToken } from '../jose/token';
import { keyBits, weaknessesOf } from '../keys/summarizeKey';
import type { KeyWeakness, KnownKey } from '../keys/key';
import type { SignatureAlgorithm } from '../jose/algorithms';
import type { Answered } from './answerSignature';

/** What deserves a warning about a key that verified a signature: the answer stays true, and is said with these beside it. */
export function usageFindings(
  token: JwsToken,
  index: number,
  { input, ranked }: NonNullable<Answered['used']>,
  moment: number,
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
