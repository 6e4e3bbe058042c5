import { utf8Bytes } from '../../src/core/encoding/bytes';
import { decodeHex, encodeHex } from '../../src/core/encoding/hex';
import { toPlainValue } from '../../src/core/encoding/json';
import type { Finding } from '../../src/core/inspect/finding';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import { parseToken } from '../../src/core/jose/parseToken';
import type { JwsToken, Token } from '../../src/core/jose/token';
import { processSdJwt } from '../../src/core/sdJwt/processSdJwt';
import { verifyKeyBinding } from '../../src/core/sdJwt/verifyKeyBinding';
import type { VerificationReport } from '../../src/core/verify/report';
import { verifyToken } from '../../src/core/verify/verifyToken';
import {
  isPartlyUnread,
  keysOf,
  knownKeys,
  sameJson,
  tokenText,
  type JoseRecord,
  type Outcome,
} from './joseRecord';

/** Some moment; no record is judged by its claims. */
export const moment = 1_750_000_000;

/** A token with the signatures that verified; asked with a key, or without for what was printed beside it. */
export interface Verified {
  readonly token: Token;
  readonly report: VerificationReport;
  readonly isVerified: boolean;
  readonly warned: boolean;
}

/** Asks the four questions about a text, with the keys of a JWK or JWK Set. */
export async function verifyText(text: string, key: unknown, detached?: string): Promise<Verified> {
  const token = parseToken(text);
  const detachedPayload = detached === undefined ? {} : { detachedPayload: utf8Bytes(detached) };
  const report = await verifyToken({ token, keys: knownKeys(key), moment, ...detachedPayload });
  return {
    token,
    report,
    isVerified: report.signatures.some(({ status }) => status === 'valid'),
    warned: isPartlyUnread(key) || warnsOf(token, report.findings),
  };
}

/** Whether a warning or an error stands among findings and what inspection finds without a key. */
export function warnsOf(token: Token, found: readonly Finding[]): boolean {
  const findings = [...found, ...inspectToken(token, moment).findings];
  return (
    token.problems.length > 0 ||
    findings.some(({ severity }) => severity === 'warning' || severity === 'error')
  );
}

export async function runJws(record: JoseRecord): Promise<Outcome> {
  const { detached_payload: detached } = record;
  const { token, report, isVerified, warned } = await verifyText(tokenText(record), record.key, detached);
  const detail = JSON.stringify(report.signatures.map(withoutKeys));
  const mismatch =
    token.kind === 'jws' && detached === undefined ? payloadMismatch(record, token) : undefined;
  return { verified: isVerified, warned, detail, ...(mismatch ? { mismatch } : {}) };
}

function payloadMismatch(record: JoseRecord, { payload }: JwsToken): string | undefined {
  const expected =
    record.payload_hex === undefined
      ? record.payload === undefined
        ? undefined
        : utf8Bytes(record.payload)
      : decodeHex(record.payload_hex);
  if (expected && encodeHex(expected) !== encodeHex(payload.bytes ?? utf8Bytes(''))) return payload.text;
  const { payload_json: json } = record;
  if (json === undefined) return undefined;
  return payload.node && sameJson(toPlainValue(payload.node), json) ? undefined : payload.text;
}

export async function runSdJwt(record: JoseRecord): Promise<Outcome> {
  const issued = await verifyText(tokenText(record), record.key);
  const { token, warned } = issued;
  const fail = (detail: string): Outcome => ({ verified: false, warned, detail });
  if (!issued.isVerified || token.kind !== 'jws')
    return fail(`issuer: ${JSON.stringify(issued.report.signatures.map(withoutKeys))}`);
  const processed = await processSdJwt(token);
  if (!processed?.payload) return fail('no SD-JWT');
  if (processed.faults.length > 0) return fail(JSON.stringify(processed.faults));
  const [holderKey] = keysOf(record.holder_key);
  const binding = await verifyKeyBinding(token, processed.payload, holderKey);
  if (binding && !binding.isValid)
    return fail(JSON.stringify([binding.signature?.status, binding.checks.filter(({ passed }) => !passed)]));
  const payload = toPlainValue(processed.payload);
  const isSame = record.expected_payload === undefined || sameJson(payload, record.expected_payload);
  return {
    verified: true,
    warned,
    detail: 'verified',
    ...(isSame ? {} : { mismatch: JSON.stringify(payload) }),
  };
}

/** An answer without its keys' summaries, short enough to print. */
function withoutKeys(answer: VerificationReport['signatures'][number]): unknown {
  return 'reason' in answer ? { status: answer.status, code: answer.reason.code } : { status: answer.status };
}
