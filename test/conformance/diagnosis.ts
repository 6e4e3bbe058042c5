import { diagnoseToken } from '../../src/core/diagnose/diagnoseToken';
import { isMendedInPlace } from '../../src/core/diagnose/codes';
import type { Cause, Diagnosis, KeyConfiguration } from '../../src/core/diagnose/diagnosis';
import { utf8Bytes, type Bytes } from '../../src/core/encoding/bytes';
import { encodeHex } from '../../src/core/encoding/hex';
import { parseToken } from '../../src/core/jose/parseToken';
import { envValue } from '../../src/core/keys/candidates/envFile';
import type { Key, SecretEncoding } from '../../src/core/keys/key';
import { readKeys } from '../../src/core/keys/readKeys';
import { verifySignature } from '../../src/core/verify/verifySignature';
import { realPort } from '../support/realPort';
import type { CaseResult } from './runner';

/** One case of `diagnosis/1`. */
export interface DiagnosisCase {
  readonly id: string;
  readonly now: number;
  readonly document?: { readonly languageId: string; readonly text: string };
  readonly token: string;
  readonly keys: readonly DiagnosisKey[];
  readonly siblings?: readonly string[];
  readonly expect: {
    readonly code: string;
    readonly also?: readonly string[];
    readonly alternatives?: readonly string[];
    readonly key?: string;
    readonly alg?: string;
    readonly claims?: readonly string[];
    readonly repaired?: string;
    readonly secret_encoding?: SecretEncoding;
    readonly secret_hex?: string;
  };
}

interface DiagnosisKey {
  readonly id: string;
  readonly kind: 'file' | 'secret' | 'env';
  readonly name?: string;
  readonly encoding?: SecretEncoding;
  readonly text?: string;
  readonly base64?: string;
  readonly passphrase?: string;
}

/** Runs a `diagnosis/1` file; `test/vectors/diagnosis/README.md` says what passes. */
export async function* runDiagnosis(file: unknown): AsyncGenerator<CaseResult> {
  const { cases } = file as { readonly cases: readonly DiagnosisCase[] };
  for (const each of cases) {
    const started = performance.now();
    const diagnosis = await diagnose(each);
    const milliseconds = performance.now() - started;
    const faults = await faultsOf(each, diagnosis);
    const limit = timeLimit(each);
    if (milliseconds > limit) faults.push(`took ${Math.round(milliseconds)} ms of ${limit}`);
    const { code, also = [] } = each.expect;
    const got = [describe(diagnosis), ...faults].join('; ');
    yield { id: each.id, passed: faults.length === 0, expected: [code, ...also].join(' + '), got };
  }
}

/** The diagnosis of one case, as the extension would make it. */
export function diagnose({ token, document, keys, siblings }: DiagnosisCase): Promise<Diagnosis> {
  return diagnoseToken({
    token,
    keys: keys.map(configuration),
    port: realPort(),
    ...(document ? { document: document.text } : {}),
    ...(siblings ? { siblings } : {}),
  });
}

function timeLimit({ token, keys, siblings = [] }: DiagnosisCase): number {
  return token.length > 2048 || keys.length + siblings.length > 20 ? 4000 : 2000;
}

function configuration({ id, kind, name, encoding, passphrase, ...content }: DiagnosisKey): KeyConfiguration {
  const shared = {
    id,
    ...(name === undefined ? {} : { name }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
  const bytes = octetsOf(content);
  if (kind === 'file') return { ...shared, kind, bytes };
  const text = content.text ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { ...shared, kind, text, ...(encoding ? { encoding } : {}) };
}

function octetsOf({ text, base64 }: Pick<DiagnosisKey, 'text' | 'base64'>): Bytes {
  return base64 === undefined ? utf8Bytes(text ?? '') : new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Everything that keeps a case from passing. */
async function faultsOf(each: DiagnosisCase, diagnosis: Diagnosis): Promise<string[]> {
  const { expect } = each;
  if (diagnosis.status === 'unknown')
    return expect.code !== 'unknown' ? ['no cause'] : diagnosis.tried.length > 0 ? [] : ['nothing was tried'];
  if (diagnosis.status === 'none') {
    if (expect.code !== 'none') return ['reported as right'];
    const isRight = await verifies(each, each.token, diagnosis.key, undefined);
    return [...differs('key', expect.key, diagnosis.key), ...(isRight ? [] : ['is not right'])];
  }
  const isAlternative = expect.alternatives?.includes(diagnosis.code) ?? false;
  const faults = isAlternative ? [] : compare(expect, diagnosis);
  return [...faults, ...(await fixFaults(each, diagnosis)), ...editFaults(each, diagnosis)];
}

function compare(expect: DiagnosisCase['expect'], cause: Cause): string[] {
  const { code, also, claims, key, alg, repaired, secretEncoding, secretOctets } = cause;
  return [
    ...differs('code', expect.code, code),
    ...differs('also', asSet(expect.also ?? []), asSet(also)),
    ...differs('claims', expect.claims && asSet(expect.claims), claims && asSet(claims)),
    ...differs('key', expect.key, key),
    ...differs('alg', expect.alg, alg),
    ...differs('repaired', expect.repaired, repaired),
    ...differs('secret_encoding', asOne(expect, expect.secret_encoding), asOne(expect, secretEncoding)),
    ...differs('secret_hex', expect.secret_hex, secretOctets && encodeHex(secretOctets)),
  ];
}

/** Where the text of the secret has none of the characters that differ, the two alphabets of base64 are one. */
function asOne(
  { secret_hex: hex = '' }: DiagnosisCase['expect'],
  encoding: string | undefined,
): string | undefined {
  const isSame = !/[-+/_]/.test(Buffer.from(hex, 'hex').toString('base64'));
  return encoding === 'base64url' && isSame ? 'base64' : encoding;
}

function asSet(names: readonly string[]): string {
  return [...new Set(names)].sort().join(', ');
}

function differs(name: string, expected: string | undefined, got: string | undefined): string[] {
  return expected === got ? [] : [`${name}: ${got ?? 'absent'} instead of ${expected ?? 'absent'}`];
}

/** Forms say what rules verification out, and the first attacks have no token that should pass. */
const unverified: ReadonlySet<string> = new Set([
  'alg-confusion',
  'embedded-key',
  'key-armour',
  'crit-not-understood',
]);

/** The fix, verified by the strict verifier: the repaired token, under the corrected secret where there is one. */
async function fixFaults(each: DiagnosisCase, cause: Cause): Promise<string[]> {
  const codes = [cause.code, ...cause.also];
  if (cause.evidence === 'form' || codes.some((code) => unverified.has(code))) return [];
  // What was signed otherwise, or under another name, is right for no strict verifier, whatever is mended besides.
  const isOnlySigned = codes.some((code) =>
    /^(?:signature-prehashed|pss-|signed-other|alg-mis|alg-name)/.test(code),
  );
  if (isOnlySigned) return [];
  const text = cause.repaired ?? each.token;
  const isRight = await verifies(each, text, cause.key ?? '', cause.secretOctets);
  return isRight ? [] : ['the fix does not verify'];
}

function editFaults({ document, token }: DiagnosisCase, { code, repaired }: Cause): string[] {
  if (!document || !isMendedInPlace(code) || repaired === undefined) return [];
  const pieces = document.text.split(token);
  return pieces.length === 2 ? [] : [`the token stands ${pieces.length - 1} times in the document`];
}

async function verifies(
  { keys }: DiagnosisCase,
  text: string,
  id: string,
  secret: Bytes | undefined,
): Promise<boolean> {
  const token = parseToken(text);
  if (token.kind !== 'jws') return false;
  const mark = id.indexOf('#');
  const [owner, kid] = mark < 0 ? [id, ''] : [id.slice(0, mark), id.slice(mark + 1)];
  const candidates: Key[] = secret
    ? [aSecret(secret)]
    : (await keysOf(keys.find((key) => key.id === owner))).filter(
        ({ labels }) => kid === '' || labels.kid === kid,
      );
  for (const key of candidates)
    for (const index of token.signatures.keys())
      if ((await verifySignature(token, index, key)).status === 'valid') return true;
  return false;
}

const aSecret = (k: Bytes): Key => ({ material: { kty: 'oct', k }, labels: {}, format: 'secret' });

async function keysOf(key: DiagnosisKey | undefined): Promise<readonly Key[]> {
  if (!key) return [];
  const { kind, encoding = 'utf8', text = '', passphrase } = key;
  const options = passphrase === undefined ? {} : { passphrase };
  if (kind === 'file')
    return (await readKeys({ bytes: octetsOf(key) }, { ...options, secretEncoding: 'binary' })).keys;
  const value = kind === 'env' ? envValue(text) : text;
  const read = await readKeys({ bytes: utf8Bytes(value) }, options);
  if (read.keys.length > 0) return read.keys;
  return [aSecret(new Uint8Array(Buffer.from(value, encoding === 'utf8' ? 'utf8' : encoding)))];
}

function describe(diagnosis: Diagnosis): string {
  return diagnosis.status === 'cause' ? [diagnosis.code, ...diagnosis.also].join(' + ') : diagnosis.status;
}
