import { readFrame, type ChannelErrorCode, type Frame } from './frame';
import type { EventTable, RequestTable } from './messages';
import type { Shaped } from './shape';

/** All a channel knows of `postMessage`: two functions. */
export interface ChannelPort {
  post(message: unknown): void;
  /** Returns what ends the subscription. */
  subscribe(listener: (message: unknown) => void): () => void;
}

export class ChannelError extends Error {
  readonly code: ChannelErrorCode;

  constructor(code: ChannelErrorCode, about = '') {
    super(about === '' ? code : `${code}: ${about}`);
    this.name = 'ChannelError';
    this.code = code;
  }
}

type Awaitable<T> = T | Promise<T>;
type Params<T extends RequestTable, Name extends keyof T> = Shaped<T[Name]['params']>;
type Result<T extends RequestTable, Name extends keyof T> = Shaped<T[Name]['result']>;

/** An answer for every row of a table of requests. */
export type Answers<T extends RequestTable> = {
  readonly [Name in keyof T]: (params: Params<T, Name>) => Awaitable<Result<T, Name>>;
};
/** A listener for every row of a table of events. */
export type Listeners<T extends EventTable> = {
  readonly [Name in keyof T]: (params: Shaped<T[Name]>) => void;
};

export interface ChannelOptions<
  OurRequests extends RequestTable,
  OurEvents extends EventTable,
  TheirRequests extends RequestTable,
> {
  readonly port: ChannelPort;
  /** What the other end may ask of us, and how we answer. */
  readonly requests: OurRequests;
  readonly answers: Answers<OurRequests>;
  /** What the other end tells us, and who listens. */
  readonly events: OurEvents;
  readonly listeners: Listeners<OurEvents>;
  /** What we may ask: their answers are checked too. */
  readonly asks: TheirRequests;
  /** Told of everything that went wrong on this end, and of messages the other end refused. */
  readonly onError: (error: unknown) => void;
}

export interface Channel<TheirRequests extends RequestTable, TheirEvents extends EventTable> {
  /** Resolves with the result; rejects with a `ChannelError`, also when the channel closes first. */
  request<Name extends keyof TheirRequests & string>(
    name: Name,
    params: Params<TheirRequests, Name>,
  ): Promise<Result<TheirRequests, Name>>;
  emit<Name extends keyof TheirEvents & string>(name: Name, params: Shaped<TheirEvents[Name]>): void;
  /** Rejects what is pending and stops listening. */
  close(): void;
}

interface Pending {
  readonly name: string;
  resolve(result: unknown): void;
  reject(error: ChannelError): void;
}

/**
 * One end of a conversation. Every message that arrives is checked against its table; every request is answered by a
 * result, by an error with a code, or by rejection when the channel closes; a message that is no answer and cannot be
 * understood is refused with an error, not with silence.
 */
export function openChannel<
  OurRequests extends RequestTable,
  OurEvents extends EventTable,
  TheirRequests extends RequestTable,
  TheirEvents extends EventTable,
>(options: ChannelOptions<OurRequests, OurEvents, TheirRequests>): Channel<TheirRequests, TheirEvents> {
  const { port, onError } = options;
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let isOpen = true;

  const post = (frame: Frame): void => {
    if (isOpen) port.post(frame);
  };

  async function answer(id: number, method: string, params: unknown): Promise<void> {
    try {
      post({ kind: 'result', id, result: await answerOf(options, method, params) });
    } catch (error) {
      if (!(error instanceof ChannelError)) onError(error);
      post({ kind: 'error', id, code: error instanceof ChannelError ? error.code : 'failed', about: method });
    }
  }

  function hear(name: string, params: unknown): void {
    const shape = Object.hasOwn(options.events, name) ? options.events[name] : undefined;
    if (!shape?.(params)) {
      post({ kind: 'error', code: shape ? 'malformedParams' : 'unknownMethod', about: name });
      return;
    }
    try {
      options.listeners[name]?.(params as never);
    } catch (error) {
      onError(error);
    }
  }

  function settle(id: number, settleWith: (waiting: Pending) => void): void {
    const waiting = pending.get(id);
    // An answer nobody waits for is not answered in turn, or two ends could quarrel for ever.
    if (!waiting) return;
    pending.delete(id);
    settleWith(waiting);
  }

  const unsubscribe = port.subscribe((message) => {
    const frame = readFrame(message);
    if (!isOpen) return;
    if (!frame) post({ kind: 'error', code: 'malformedMessage', about: '' });
    else if (frame.kind === 'request') void answer(frame.id, frame.method, frame.params);
    else if (frame.kind === 'event') hear(frame.name, frame.params);
    else if (frame.kind === 'result') {
      settle(frame.id, (waiting) => {
        if (options.asks[waiting.name]?.result(frame.result)) waiting.resolve(frame.result);
        else waiting.reject(new ChannelError('malformedResult', waiting.name));
      });
    } else {
      const error = new ChannelError(frame.code, frame.about);
      if (frame.id === undefined) onError(error);
      else settle(frame.id, (waiting) => waiting.reject(error));
    }
  });

  return {
    request: (name, params) =>
      new Promise((resolve, reject) => {
        if (!isOpen) {
          reject(new ChannelError('closed', name));
          return;
        }
        const id = ++lastId;
        pending.set(id, { name, resolve: (result) => resolve(result as never), reject });
        post({ kind: 'request', id, method: name, params });
      }),
    emit: (name, params) => post({ kind: 'event', name, params }),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      unsubscribe();
      for (const waiting of pending.values()) waiting.reject(new ChannelError('closed', waiting.name));
      pending.clear();
    },
  };
}

async function answerOf<T extends RequestTable>(
  { requests, answers }: { readonly requests: T; readonly answers: Answers<T> },
  method: string,
  params: unknown,
): Promise<unknown> {
  const row = Object.hasOwn(requests, method) ? requests[method] : undefined;
  const respond = answers[method];
  if (!row || !respond) throw new ChannelError('unknownMethod');
  if (!row.params(params)) throw new ChannelError('malformedParams');
  return respond(params as never);
}
