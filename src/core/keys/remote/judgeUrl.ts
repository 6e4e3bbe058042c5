import { addressKind } from './addressKind';
import type { RemoteProblem } from './remoteProblem';

/** The parts of an address that decide; the platform's `URL` has them. */
export interface UrlParts {
  /** With its colon. */
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
}

/** Why an address is not asked, whoever names it; undefined where it may be, once the user agreed. */
export function judgeUrl(url: UrlParts, allowLoopback: boolean): RemoteProblem | undefined {
  const facts = { host: url.hostname };
  const isHttps = url.protocol === 'https:';
  if (!isHttps && url.protocol !== 'http:') return { code: 'remote.notHttps', facts };
  if (url.username !== '' || url.password !== '') return { code: 'remote.credentials', facts };
  const kind = addressKind(url.hostname);
  if (kind === 'loopback') return allowLoopback ? undefined : { code: 'remote.loopback', facts };
  if (kind !== 'public') return { code: 'remote.localAddress', facts };
  return isHttps ? undefined : { code: 'remote.notHttps', facts };
}
