import { thumbprint } from '../../src/core/keys/thumbprint';
import { runJwe } from './joseEncryption';
import { keysOf, type JoseRecord, type Outcome } from './joseRecord';
import { runJws, runSdJwt } from './joseSignatures';
import type { CaseResult } from './runner';

/** How each type of record is run through the core. */
const runners: ReadonlyMap<string, (record: JoseRecord) => Promise<Outcome>> = new Map([
  ['jws', runJws],
  ['jwe', runJwe],
  ['jwk', runJwk],
  ['sd-jwt', runSdJwt],
]);

/** Runs a `jose-vectors/1` file; `test/vectors/jose/README.md` says what passes. */
export async function* runJoseVectors(file: unknown): AsyncGenerator<CaseResult> {
  for (const record of (file as { readonly records: readonly JoseRecord[] }).records) {
    yield await run(record);
  }
}

/** What core throws is a failure of this record, and no reason to leave out the others. */
async function run(record: JoseRecord): Promise<CaseResult> {
  const runner = runners.get(record.type);
  if (!runner) return { id: record.id, passed: false, got: `unknown type ${record.type}` };
  try {
    return judge(record, await runner(record));
  } catch (error) {
    return { id: record.id, passed: false, expected: record.expected, got: `thrown: ${String(error)}` };
  }
}

function judge(record: JoseRecord, outcome: Outcome): CaseResult {
  const { id, expected } = record;
  const got = outcome.mismatch ?? outcome.detail;
  if (record.policy !== undefined)
    return { id, passed: !outcome.verified || outcome.warned, expected: 'refused, or a warning', got };
  if (expected === 'acceptable')
    return { id, passed: true, got, leftOut: 'acceptable: either answer will do' };
  const isAsExpected =
    expected === 'valid' ? outcome.verified && outcome.mismatch === undefined : !outcome.verified;
  return { id, passed: isAsExpected && (expected === 'valid' || expected === 'invalid'), expected, got };
}

async function runJwk(record: JoseRecord): Promise<Outcome> {
  const value = record.key ?? record.token;
  const keys = keysOf(value);
  const asked = typeof value === 'object' && value !== null && 'keys' in value ? value.keys : [value];
  const isRead = keys.length > 0 && Array.isArray(asked) && keys.length === asked.length;
  const found = keys[0] && record.thumbprint_sha256 ? await thumbprint(keys[0].material) : undefined;
  const detail = isRead ? 'read' : 'refused';
  return {
    verified: isRead,
    warned: false,
    detail,
    ...(found === record.thumbprint_sha256 ? {} : { mismatch: found ?? detail }),
  };
}
