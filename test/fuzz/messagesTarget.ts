import assert from 'node:assert/strict';
import { ChannelError, openChannel, type Answers } from '../../src/protocol/channel';
import { readFrame } from '../../src/protocol/frame';
import { hostRequests, inspectorEvents, type HostRequests } from '../../src/protocol/messages';
import { aReport } from '../support/aReport';
import { MemoryWire } from '../support/memoryWire';
import { changed } from './mutate';
import type { Target } from './target';

const place = { uri: 'file:///a.txt', offset: 12, name: 'a.txt', line: 3 };
const envelopes: readonly object[] = [
  ...[
    ['ready', {}],
    ['verify', { revision: 1, keys: 'same' }],
    ['pickKey', { revision: 1 }],
    ['copy', { revision: 1, what: 'segment', index: 2 }],
    ['reveal', { revision: 1, index: 0 }],
    ['encode', { revision: 1 }],
  ].map(([method, params], id) => ({ kind: 'request', id, method, params })),
  ...[
    ['showToken', { revision: 1, text: 'e30.e30.', leeway: 0, isPinned: false, trail: [], place }],
    ['showReport', { revision: 1, isPicked: false, verification: { status: 'done', report: aReport() } }],
    ['showReport', { revision: 1, isPicked: true, verification: { status: 'pending' } }],
    ['showNothing', { revision: 3, reason: 'tokenGone' }],
  ].map(([name, params]) => ({ kind: 'event', name, params })),
  { kind: 'result', id: 1, result: {} },
  { kind: 'error', id: 1, code: 'stale', about: 'verify' },
  { kind: 'error', code: 'malformedParams', about: 'showToken' },
];
const seeds = envelopes.map((envelope) => JSON.stringify(envelope));

/** What a text says, or the text itself where it is no JSON: anything may be posted. */
function messageOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Both ends of the protocol hear anything without throwing, and answer all that can be answered, in good envelopes. */
export const messagesTarget: Target = {
  make: (random) => changed(random.pick(seeds), random),
  run: async (text) => {
    const message = messageOf(text);
    const wire = new MemoryWire();
    const heard: unknown[] = [];
    const answers = Object.fromEntries(
      Object.keys(hostRequests).map((name) => [name, () => (heard.push(name), {})]),
    ) as unknown as Answers<HostRequests>;
    const listen = (params: unknown): void => void heard.push(params);
    const channel = openChannel({
      port: wire.right,
      requests: hostRequests,
      answers,
      events: inspectorEvents,
      listeners: Object.fromEntries(Object.keys(inspectorEvents).map((name) => [name, listen])) as never,
      asks: hostRequests,
      onError: (error) => assert.ok(error instanceof ChannelError, String(error)),
    });
    wire.left.post(message);
    await MemoryWire.settled();
    channel.close();
    const replies = wire.sent.slice(1);
    const frame = readFrame(message);
    const isAnswered = !frame || frame.kind === 'request' || (frame.kind === 'event' && heard.length === 0);
    assert.equal(replies.length, isAnswered ? 1 : 0, 'answered once, where there is something to answer');
    for (const reply of replies) assert.ok(readFrame(reply), 'an answer is a good envelope');
    assert.ok(heard.length <= 1);
  },
};
