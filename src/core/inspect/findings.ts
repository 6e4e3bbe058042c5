import type { Finding, Severity } from './finding';
import {
  deprecatedAlgorithm,
  polymorphicAlgorithm,
  unknownAlgorithm,
  unsecured,
} from './rules/algorithmRules';
import { credential, nestedToken, personalData } from './rules/contentRules';
import { criticalUnknown } from './rules/criticalRules';
import { compression, pbes2Iterations } from './rules/encryptionRules';
import { certificateWithSecret, embeddedKey, embeddedPrivateKey, remoteKey } from './rules/headerKeyRules';
import { kidLooksLikePath, kidLooksLikeSql, kidLooksLikeUrl } from './rules/keyIdRules';
import {
  clockSkew,
  issuedInFuture,
  longLifetime,
  millisecondsForSeconds,
  neverInForce,
  noExpiry,
} from './rules/lifetimeRules';
import type { Rule, RuleInput } from './rules/rule';
import { tooLarge } from './rules/sizeRules';
import { claimType, headerType, typeMissingClaims, typeUnexpected } from './rules/typeRules';

/** All that we advise about without a key. A new rule is a new row. */
const rules: readonly Rule[] = [
  unsecured,
  deprecatedAlgorithm,
  unknownAlgorithm,
  polymorphicAlgorithm,
  criticalUnknown,
  embeddedPrivateKey,
  embeddedKey,
  certificateWithSecret,
  remoteKey,
  kidLooksLikePath,
  kidLooksLikeSql,
  kidLooksLikeUrl,
  millisecondsForSeconds,
  neverInForce,
  issuedInFuture,
  clockSkew,
  noExpiry,
  longLifetime,
  claimType,
  headerType,
  typeUnexpected,
  typeMissingClaims,
  nestedToken,
  credential,
  personalData,
  compression,
  pbes2Iterations,
  tooLarge,
];

/** Gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Findings told of one token at most. */
export const mostFindings = 100;

/** What deserves a word about a token, gravest first; within one severity in the order of the rules. */
export function findFindings(input: RuleInput): readonly Finding[] {
  const found = rules.flatMap((rule) => rule(input));
  return severities
    .flatMap((severity) => found.filter((one) => one.severity === severity))
    .slice(0, mostFindings);
}
