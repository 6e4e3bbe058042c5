import { metadataUrls, readMetadata } from '../../core/keys/remote/discovery';
import type { RemoteProblem } from '../../core/keys/remote/remoteProblem';
import type { GetOutcome } from './httpGet';
import { parseUrl } from './url';

export interface DiscoveryPorts {
  readonly getDocument: (url: string) => Promise<GetOutcome>;
  /** Shows the exact addresses and asks; rejects where the user turned away. */
  readonly agree: (urls: readonly string[]) => Promise<void>;
  readonly judge: (url: string) => Promise<RemoteProblem | undefined>;
}

/** The address of an issuer's keys, by its metadata (OpenID Connect Discovery, RFC 8414); or why there is none. The user is asked before. */
export async function discoverKeys(
  issuer: string,
  { getDocument, agree, judge }: DiscoveryPorts,
): Promise<{ readonly jwksUri: string } | RemoteProblem> {
  const url = parseUrl(issuer);
  const refused = await judge(issuer);
  if (refused) return refused;
  const urls = url ? metadataUrls(url) : [];
  if (!url || urls.length === 0) return { code: 'remote.notUrl', facts: {} };
  const { host } = url;
  await agree(urls);
  let problem: RemoteProblem = { code: 'remote.noMetadata', facts: { host } };
  for (const place of urls) {
    const answer = await getDocument(place);
    if (answer.type === 'body') {
      const metadata = readMetadata(new TextDecoder('utf-8').decode(answer.bytes), issuer, host);
      if ('jwksUri' in metadata) return metadata;
      // Some servers answer every address with a page of theirs: the next place may still have it.
      problem = metadata;
    } else if (answer.type === 'failed') {
      const isElsewhere =
        answer.problem.code === 'remote.notFound' || answer.problem.code === 'remote.status';
      if (!isElsewhere) return answer.problem;
    }
  }
  return problem;
}
