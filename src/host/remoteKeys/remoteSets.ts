import type { RemoteReading } from '../../core/keys/remote/readRemoteSet';
import {
  afterFetch,
  needsFetch,
  type Occasion,
  type RemoteMemory,
} from '../../core/keys/remote/remoteMemory';
import type { RemoteProblem } from '../../core/keys/remote/remoteProblem';
import type { Fetch, GetOutcome } from './httpGet';
import type { NetworkRules } from './networkRules';
import { parseUrl } from './url';

/** What is known of one address: the last set, and what went wrong since. In memory only. */
export interface RemoteSet {
  readonly memory: RemoteMemory<RemoteReading>;
  readonly problem?: RemoteProblem;
}

export interface RemotePorts {
  readonly fetch: Fetch;
  /** Seconds since the epoch. */
  readonly now: () => number;
  readonly rules: NetworkRules;
  /** Seconds a request may take; for tests. */
  readonly timeLimit?: number;
}

/** The sets of keys fetched in this session. Asks only when it is told to, and each address once at a time. */
export class RemoteSets {
  readonly #ports: RemotePorts;
  readonly #sets = new Map<string, RemoteSet>();
  readonly #underWay = new Map<string, Promise<RemoteSet>>();

  constructor(ports: RemotePorts) {
    this.#ports = ports;
  }

  get urls(): readonly string[] {
    return [...this.#sets.keys()];
  }

  get(url: string): RemoteSet | undefined {
    return this.#sets.get(url);
  }

  forget(url: string): boolean {
    return this.#sets.delete(url);
  }

  /** Why an address is not asked, whoever wants it; undefined where the user may be asked about it. */
  async judge(text: string): Promise<RemoteProblem | undefined> {
    const { judgeUrl } = await import('../../core/keys/remote/judgeUrl');
    const url = parseUrl(text);
    return url ? judgeUrl(url, this.#ports.rules.allowsLoopback) : { code: 'remote.notUrl', facts: {} };
  }

  /** Whether the occasion calls for a request: only to hosts the user allowed, and never in an untrusted workspace. */
  async wants(text: string, occasion: Occasion): Promise<boolean> {
    const { rules } = this.#ports;
    const host = parseUrl(text)?.host;
    if (!rules.isWorkspaceTrusted || host === undefined || !rules.isAllowed(host)) return false;
    if (await this.judge(text)) return false;
    return needsFetch(this.#sets.get(text)?.memory ?? {}, occasion);
  }

  /** Asks an address for its set. The caller has the user's word for it. */
  fetchSet(url: string): Promise<RemoteSet> {
    const current = this.#underWay.get(url);
    if (current) return current;
    const next = this.#fetch(url).finally(() => this.#underWay.delete(url));
    this.#underWay.set(url, next);
    return next;
  }

  /** Asks an address for a document that is no set of keys. The caller has the user’s word for it. */
  async getDocument(url: string): Promise<GetOutcome> {
    return await this.#get(url, undefined);
  }

  async #fetch(url: string): Promise<RemoteSet> {
    const before = this.#sets.get(url)?.memory ?? {};
    const answer = await this.#get(url, before.answer?.etag);
    const after = await this.#understand(url, answer, before);
    this.#sets.set(url, after);
    return after;
  }

  async #understand(
    url: string,
    answer: GetOutcome,
    before: RemoteMemory<RemoteReading>,
  ): Promise<RemoteSet> {
    const moment = this.#ports.now();
    if (answer.type === 'notModified') return { memory: afterFetch(before, answer, moment) };
    if (answer.type === 'failed') {
      return { memory: afterFetch(before, { type: 'failed' }, moment), problem: answer.problem };
    }
    const { readRemoteSet } = await import('../../core/keys/remote/readRemoteSet');
    const reading = await readRemoteSet(answer.bytes, parseUrl(url)?.host ?? '');
    if ('code' in reading)
      return { memory: afterFetch(before, { type: 'failed' }, moment), problem: reading };
    const etag = answer.etag === undefined ? {} : { etag: answer.etag };
    return { memory: afterFetch(before, { type: 'fetched', value: reading, ...etag }, moment) };
  }

  async #get(url: string, etag: string | undefined): Promise<GetOutcome> {
    const { fetch, rules, timeLimit } = this.#ports;
    const { httpGet } = await import('./httpGet');
    return await httpGet(fetch, {
      url,
      etag,
      allowLoopback: rules.allowsLoopback,
      ...(timeLimit === undefined ? {} : { timeLimit }),
    });
  }
}
