import { readBase64url } from '../encoding/base64url';
import { type Bytes } from '../encoding/bytes';
import { decodeHex } from '../encoding/hex';
import type { Thoroughness } from './words';

/** What was done to a word of a list. */
export type RuleName = 'asIs' | 'case' | 'ending' | 'beginning' | 'repeated' | 'base64' | 'hex';

/** One secret to try. */
export interface Candidate {
  /** Text is tried as its UTF-8 octets. */
  readonly secret: string | Bytes;
  readonly rule: RuleName;
}

/** Ways of writing one word. */
const cases: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toLowerCase(),
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
];

const split = (text: string): readonly string[] => text.split('|');
const usualEndings = split('1|12|123|1234|12345|123456|!|!!|123!|@123|#1');

/** What people put behind the name of their project, besides. */
const thoroughEndings = [
  ...usualEndings,
  ...split(
    '0|01|007|2|3|10|99|1!|@1|_1|-1|_123|-123|.|?|$|*|@|#|2020|2021|2022|2023|2024|2025|2026|' +
      '@2024|@2025|@2026|2024!|2025!|secret|Secret|_secret|-secret|.secret| secret|_SECRET|' +
      'SECRET|secret123|key|Key|_key|-key|_KEY| key|secretkey|secretKey|SecretKey|Secretkey|' +
      '_secret_key|-secret-key|_SECRET_KEY| secret key|_key_secret|privatekey|_private_key|jwt|' +
      'Jwt|JWT|_jwt|-jwt|_JWT|jwtsecret|jwtSecret|JwtSecret|JWTSecret|jwtkey|_jwt_secret|' +
      '-jwt-secret|_JWT_SECRET|_jwt_key|-jwt-key|_jwt_secret_key|-jwt-secret-key|_jwtsecret|' +
      '-jwtsecret|_secret_jwt|-secret-jwt|secretjwt| jwt secret|_signing_key|token|Token|' +
      '_token|-token|tokensecret|_token_secret|-token-secret|TokenSecret|pass|_pass|password|' +
      'Password|_password|-password|_pwd|auth|_auth|-auth|dev|_dev|-dev|_development|' +
      '-development|test|_test|-test|_local|-local|prod|_prod|-prod|_production|-production|' +
      '_staging|-staging|_secret_dev|-secret-dev|api|_api|-api|app|_app|-app|_backend|-backend|' +
      '_server|-server|_hs256',
  ),
];

const beginnings = split(
  'my|my_|my-|My|the|super|super_|super-|supersecret|super_secret_|super-secret-|secret|' +
    'secret_|secret-|SECRET_|Secret|jwt|jwt_|jwt-|JWT_|jwt_secret_|jwt-secret-|dev|dev_|dev-|' +
    'test|test_|test-|local_|local-|prod_|prod-|your_|your-|123',
);

/** Secrets are made long by saying them again, since libraries ask for 32, 48 or 64 octets. */
const wantedLengths = [32, 48, 64] as const;

/** Longer texts are nobody's word with an ending. */
const longestWord = 64;

/**
 * The secrets that are made of one word, each once: first the word itself, then its letters in another case, with what people
 * put behind and before it, said several times, and what it holds as base64 or hex. At most a thousand.
 */
export function candidatesOf(word: string, thoroughness: Thoroughness): readonly Candidate[] {
  const candidates: Candidate[] = [{ secret: word, rule: 'asIs' }];
  if (thoroughness === 'asIs') return candidates;
  const seen = new Set([word]);
  const add = (secret: string, rule: RuleName): void => {
    if (seen.has(secret)) return;
    seen.add(secret);
    candidates.push({ secret, rule });
  };
  addDecoded(word, candidates);
  if (word.length > longestWord) return candidates;
  const written = cases.map((change) => change(word));
  for (const form of written) add(form, 'case');
  const endings = thoroughness === 'thorough' ? thoroughEndings : usualEndings;
  for (const form of new Set(written)) for (const ending of endings) add(form + ending, 'ending');
  if (thoroughness !== 'thorough') return candidates;
  for (const form of new Set(written)) for (const beginning of beginnings) add(beginning + form, 'beginning');
  for (const form of new Set(written)) addRepeated(form, add);
  return candidates;
}

function addRepeated(word: string, add: (secret: string, rule: RuleName) => void): void {
  if (word === '') return;
  for (const times of [2, 3, 4]) add(word.repeat(times), 'repeated');
  for (const length of wantedLengths) {
    const text = word.repeat(Math.ceil(length / word.length));
    add(text, 'repeated');
    add(text.slice(0, length), 'repeated');
    add(word.padEnd(length, '0'), 'repeated');
  }
}

/** What the word stands for, where a program decodes its configured secret. */
function addDecoded(word: string, candidates: Candidate[]): void {
  if (word.length < 8) return;
  const hex = decodeHex(word);
  if (hex) candidates.push({ secret: hex, rule: 'hex' });
  const { bytes, deviations } = readBase64url(word);
  if (deviations.foreignAt !== undefined || deviations.impossibleLength !== undefined) return;
  if (deviations.whitespace === undefined) candidates.push({ secret: bytes, rule: 'base64' });
}
