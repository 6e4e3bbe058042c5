import { signatureAlgorithm } from '../jose/algorithms';
import { Checker, diagnosisLimits } from './checker';
import { causeCodes, isCommon, type CauseCode } from './codes';
import { readConfiguredKeys, type ConfiguredKey } from './configuredKeys';
import type { Cause, Diagnosis, DiagnosisRequest } from './diagnosis';
import { formFact } from './forms';
import { noticedOf } from './noticed';
import { Pace } from './pace';
import { readParts } from './parts';
import { inOrder, plansFor, type Plan } from './plans';
import { Search } from './search';
import { readSiblings } from './sibling';
import { keysFor, type Proof, type Setting } from './stance';
import { strictlyVerifies } from './strictly';
import { textVariants } from './textVariants';

/** Tokens longer, and keys and siblings more than these, may take twice the time. */
const ordinary = { length: 2048, others: 20 } as const;

/**
 * Why the signature of a token does not match: one cause with its proof, `none` where it does match, or `unknown` with what was
 * tried. Every cause was verified by the strict verifier for exactly the change it states. Bounded in work and time; pauses
 * by its port. Rejects for nothing that a token, a key or a document can hold.
 */
export async function diagnoseToken(request: DiagnosisRequest): Promise<Diagnosis> {
  const { token, document, port, tier = 'all', siblings = [], keys } = request;
  const isLarge = token.length > ordinary.length || keys.length + siblings.length > ordinary.others;
  const setting: Setting = {
    keys: await readConfiguredKeys(keys),
    siblings: readSiblings(siblings, token),
    document,
    token,
    checker: new Checker(),
    pace: new Pace(port, diagnosisLimits.time * (isLarge ? 2 : 1)),
  };
  const right = await matching(setting);
  if (right) return { status: 'none', key: right.id };
  const variants = await textVariants(token, setting);
  const noticed = noticedOf(variants.find(({ parts }) => parts.length > 0)?.parts[0], setting.keys);
  const cut = new Set<CauseCode>();
  const search = new Search(setting);
  const plans = plansFor(variants, tier);
  for (const [index, plan] of plans.entries()) {
    const { proof, isCut } = await search.run(plan);
    if (proof) return { ...causeOf(plan, proof), noticed };
    if (isCut) for (const code of plan.codes) cut.add(code);
    if (!setting.pace.isOver) continue;
    for (const { codes } of plans.slice(index)) for (const code of codes) cut.add(code);
    break;
  }
  if (tier === 'all' && cut.size === 0) {
    const fact = await formFact(variants, setting);
    if (fact) return { status: 'cause', also: [], evidence: 'form', noticed, ...fact };
  }
  const isMissed = (code: CauseCode): boolean => cut.has(code) || (tier === 'common' && !isCommon(code));
  return {
    status: 'unknown',
    tried: causeCodes.filter((code) => !isMissed(code)),
    notReached: causeCodes.filter(isMissed),
    noticed,
  };
}

/** The key that verifies the token as it stands. */
async function matching(setting: Setting): Promise<ConfiguredKey | undefined> {
  for (const parts of readParts(setting.token)) {
    const algorithm = signatureAlgorithm(parts.alg);
    if (!algorithm || algorithm.family === 'none') continue;
    for (const key of keysFor(parts.kid, algorithm, setting))
      if (await strictlyVerifies(setting.token, parts.index, key)) return key;
  }
  return undefined;
}

function causeOf({ codes, others }: Plan, proof: Proof): Omit<Cause, 'noticed'> {
  const [code = 'token-escaped', ...also] = inOrder(codes);
  const { key, alg, claims, repaired, facts = {}, evidence = 'verified' } = proof;
  const isSecretChanged = others.some((other) => other.startsWith('secret-'));
  const material = isSecretChanged && !proof.isSecretKept ? key?.key.material : undefined;
  const meant = key?.secret?.meant;
  return {
    status: 'cause',
    ...{ code, also, evidence, facts },
    ...(key === undefined ? {} : { key: key.id }),
    ...(alg === undefined ? {} : { alg }),
    ...(claims === undefined ? {} : { claims: [...new Set(claims)] }),
    ...(repaired === undefined ? {} : { repaired }),
    ...(meant === undefined || !material ? {} : { secretEncoding: meant }),
    ...(material?.kty === 'oct' ? { secretOctets: material.k } : {}),
  };
}
