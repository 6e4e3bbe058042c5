import type { Bytes } from '../../encoding/bytes';
import type { Key } from '../key';
import type { KeyProblem } from '../keyProblem';
import { readKeys } from '../readKeys';
import { decodeText } from '../text/decodeText';
import { parseObject } from './discovery';
import type { RemoteProblem } from './remoteProblem';

/** The keys of a fetched set, and what was wrong with some of it. */
export interface RemoteReading {
  readonly keys: readonly Key[];
  readonly problems: readonly (KeyProblem | RemoteProblem)[];
}

/**
 * Reads the body of an answer that should be a JWK Set (RFC 7517 §5). JSON is required, whatever the content type says.
 * Secrets in it are left out: what anyone can fetch is no secret. A body without a usable key is a problem as a whole.
 */
export async function readRemoteSet(bytes: Bytes, host: string): Promise<RemoteReading | RemoteProblem> {
  const text = decodeText(bytes);
  if (text === undefined || !parseObject(text)) return { code: 'remote.notJson', facts: { host } };
  const { keys, problems } = await readKeys({ bytes });
  const usable = keys.filter(({ material }) => material.kty !== 'oct');
  const secrets = keys.length - usable.length;
  if (usable.length === 0) return { code: 'remote.noKeys', facts: { host } };
  return {
    keys: usable,
    problems: [
      ...problems,
      ...(secrets > 0 ? [{ code: 'remote.secrets' as const, facts: { host, count: secrets } }] : []),
    ],
  };
}
