import { decryptToken, type DecryptionKey } from '../../src/core/decrypt/decryptToken';
import type { Decryption } from '../../src/core/decrypt/decryption';
import { encodeHex } from '../../src/core/encoding/hex';
import { utf8Bytes, type Bytes } from '../../src/core/encoding/bytes';
import { readUtf8 } from '../../src/core/encoding/utf8';
import { parseToken } from '../../src/core/jose/parseToken';
import type { JweToken } from '../../src/core/jose/token';
import { weaknessesOf } from '../../src/core/keys/summarizeKey';
import { labelFindings } from '../../src/core/verify/labelFindings';
import { keysOf, sameJson, tokenText, type JoseRecord, type Outcome } from './joseRecord';
import { moment, verifyText, warnsOf } from './joseSignatures';

/** Decrypts with the record's password, or with each of its keys until one opens it. */
export async function runJwe(record: JoseRecord): Promise<Outcome> {
  const token = parseToken(tokenText(record));
  if (token.kind !== 'jwe') return { verified: false, warned: true, detail: token.kind };
  const keys: readonly DecryptionKey[] =
    record.password === undefined ? keysOf(record.key) : [{ password: record.password }];
  let detail = 'no key';
  for (const key of keys) {
    const decryption = await decryptToken(token, key);
    if (decryption.status === 'decrypted') return opened(record, token, key, decryption);
    detail = decryption.reason.code;
  }
  return { verified: false, warned: warnsOf(token, []), detail };
}

async function opened(
  record: JoseRecord,
  token: JweToken,
  key: DecryptionKey,
  { plaintext, algorithm: { alg } }: Extract<Decryption, { status: 'decrypted' }>,
): Promise<Outcome> {
  const outcome = { verified: true, warned: isDoubtful(key, alg) || warnsOf(token, []), detail: 'decrypted' };
  const { text } = readUtf8(plaintext);
  if (!isExpected(record, plaintext, text)) return { ...outcome, mismatch: text };
  if (record.nested_key === undefined) return outcome;
  const inner = await verifyText(text, record.nested_key);
  return inner.isVerified ? outcome : { ...outcome, mismatch: 'the inner token does not verify' };
}

/** Whether the key is weak, or says of itself that it is for something else. */
function isDoubtful(key: DecryptionKey, alg: string): boolean {
  return (
    'material' in key &&
    (weaknessesOf(key, moment).length > 0 || labelFindings(key, alg, 'decrypt').length > 0)
  );
}

function isExpected(record: JoseRecord, plaintext: Bytes, text: string): boolean {
  const { plaintext: expected, plaintext_hex: hex, plaintext_json: json } = record;
  return (
    (expected === undefined || encodeHex(utf8Bytes(expected)) === encodeHex(plaintext)) &&
    (hex === undefined || hex.toLowerCase() === encodeHex(plaintext)) &&
    (json === undefined || sameJson(JSON.parse(text), json))
  );
}
