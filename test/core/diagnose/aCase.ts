import type { Cause, KeyConfiguration } from '../../../src/core/diagnose/diagnosis';
import type { CauseCode } from '../../../src/core/diagnose/codes';
import type { SecretEncoding } from '../../../src/core/keys/key';
import { diagnoseToken } from '../../../src/core/diagnose/diagnoseToken';
import { utf8Bytes } from '../../../src/core/encoding/bytes';
import { encodeHex } from '../../../src/core/encoding/hex';
import { realPort } from '../../support/realPort';

/** A broken token with what is around it, and what is to be said of it. */
export interface Broken {
  readonly note: string;
  readonly token: string;
  readonly keys: readonly KeyConfiguration[];
  readonly siblings?: readonly string[];
  readonly document?: string;
  readonly expect: Expected;
}

export interface Expected {
  readonly code: CauseCode | 'none' | 'unknown';
  readonly also?: readonly CauseCode[];
  readonly key?: string;
  readonly alg?: string;
  readonly claims?: readonly string[];
  readonly repaired?: string;
  readonly secretEncoding?: SecretEncoding;
  readonly secretHex?: string;
  readonly evidence?: Cause['evidence'];
}

export const file = (id: string, content: string | Uint8Array, passphrase?: string): KeyConfiguration => ({
  id,
  kind: 'file',
  bytes: typeof content === 'string' ? utf8Bytes(content) : new Uint8Array(content),
  ...(passphrase === undefined ? {} : { passphrase }),
});
export const secret = (id: string, text: string, encoding?: SecretEncoding): KeyConfiguration => ({
  id,
  kind: 'secret',
  text,
  ...(encoding ? { encoding } : {}),
});
export const env = (id: string, text: string, encoding?: SecretEncoding): KeyConfiguration => ({
  id,
  kind: 'env',
  text,
  ...(encoding ? { encoding } : {}),
});
export const hexOf = (content: string | Uint8Array): string => Buffer.from(content).toString('hex');

/** What the diagnosis says, in the form of what was expected. */
export async function found({ token, keys, siblings, document }: Broken): Promise<Expected> {
  const diagnosis = await diagnoseToken({
    token,
    keys,
    port: realPort(),
    ...(siblings ? { siblings } : {}),
    ...(document === undefined ? {} : { document }),
  });
  if (diagnosis.status === 'none') return { code: 'none', key: diagnosis.key };
  if (diagnosis.status === 'unknown') return { code: 'unknown' };
  const { code, also, key, alg, claims, repaired, secretEncoding, secretOctets, evidence } = diagnosis;
  return {
    ...{ code, also, evidence },
    ...(key === undefined ? {} : { key }),
    ...(alg === undefined ? {} : { alg }),
    ...(claims === undefined ? {} : { claims: [...claims].sort() }),
    ...(repaired === undefined ? {} : { repaired }),
    ...(secretEncoding === undefined ? {} : { secretEncoding }),
    ...(secretOctets === undefined ? {} : { secretHex: encodeHex(secretOctets) }),
  };
}

/** What is expected, written out as `found` has it; evidence is compared only where a case tells it. */
export function whole({ expect }: Broken, { evidence }: Expected): Expected {
  if (expect.code === 'none' || expect.code === 'unknown') return expect;
  const { also = [], claims, ...rest } = expect;
  return {
    ...(evidence === undefined ? {} : { evidence }),
    ...rest,
    also,
    ...(claims ? { claims: [...claims].sort() } : {}),
  };
}
