import assert from 'node:assert/strict';
import { ChannelError, openChannel, type Channel, type Answers } from '../../src/protocol/channel';
import { count, record, text } from '../../src/protocol/shape';
import { MemoryWire } from '../support/memoryWire';

const requests = {
  double: { params: record({ number: count }), result: record({ number: count }) },
  greet: { params: record({ name: text }), result: record({ greeting: text }) },
};
const events = { showCount: record({ count }) };
type Requests = typeof requests;
type Events = typeof events;

interface Ends {
  readonly wire: MemoryWire;
  readonly left: Channel<Requests, Events>;
  readonly right: Channel<Requests, Events>;
  readonly heard: number[];
  readonly errors: unknown[];
}

const answers: Answers<Requests> = {
  double: ({ number }) => ({ number: number * 2 }),
  greet: ({ name }) => ({ greeting: `Hello ${name}` }),
};

/** Two ends that speak the same tables, so that each direction can be tried; what goes wrong on either end is kept. */
function join(rightAnswers: Partial<Answers<Requests>> = {}): Ends {
  const wire = new MemoryWire();
  const heard: number[] = [];
  const errors: unknown[] = [];
  const open = (port: MemoryWire['left'], own: Answers<Requests>): Channel<Requests, Events> =>
    openChannel({
      port,
      requests,
      answers: own,
      events,
      listeners: { showCount: ({ count }) => heard.push(count) },
      asks: requests,
      onError: (error) => errors.push(error),
    });
  return {
    wire,
    heard,
    errors,
    left: open(wire.left, answers),
    right: open(wire.right, { ...answers, ...rightAnswers }),
  };
}

const { outcome } = MemoryWire;
const withCode = (code: string) => (error: unknown) => error instanceof ChannelError && error.code === code;

describe('openChannel', () => {
  it('answers requests in both directions', async () => {
    const { left, right } = join();
    assert.deepEqual(await outcome(left.request('double', { number: 21 })), { number: 42 });
    assert.deepEqual(await outcome(right.request('greet', { name: 'you' })), { greeting: 'Hello you' });
  });

  it('carries events in both directions, in their order', () => {
    const { left, right, heard, wire } = join();
    left.emit('showCount', { count: 1 });
    right.emit('showCount', { count: 2 });
    left.emit('showCount', { count: 3 });
    wire.flush();
    assert.deepEqual(heard, [1, 2, 3]);
  });

  it('gives each request its own answer when they come out of order', async () => {
    const waiting: (() => void)[] = [];
    const { left } = join({
      double: ({ number }) => new Promise((resolve) => waiting.push(() => resolve({ number: number * 2 }))),
    });
    const asked = [left.request('double', { number: 1 }), left.request('double', { number: 2 })];
    const order: number[] = [];
    for (const one of asked) void one.then(({ number }) => order.push(number));
    await MemoryWire.settled();
    for (const answer of waiting.reverse()) {
      answer();
      await MemoryWire.settled();
    }
    assert.deepEqual(await outcome(Promise.all(asked)), [{ number: 2 }, { number: 4 }]);
    assert.deepEqual(order, [4, 2]);
  });

  for (const [message, note] of [
    [undefined, 'nothing'],
    ['hello', 'a text'],
    [[], 'a list'],
    [{}, 'an empty object'],
    [{ kind: 'shout', name: 'showCount' }, 'an unknown kind'],
    [{ kind: 'request', id: -1, method: 'double', params: {} }, 'an impossible id'],
    [{ kind: 'request', id: '1', method: 'double', params: {} }, 'an id of the wrong type'],
    [{ kind: 'request', id: 1, method: 'double', params: {}, extra: 1 }, 'a member too many'],
    [{ kind: 'event', name: 7, params: {} }, 'an event without a name'],
  ] as const) {
    it(`refuses what is no message: ${note}`, () => {
      const { wire, errors } = join();
      wire.left.post(message);
      wire.flush();
      assert.deepEqual(wire.lastSentBy('right'), { kind: 'error', code: 'malformedMessage', about: '' });
      assert.ok(errors.some(withCode('malformedMessage')), 'the sender learns of it');
    });
  }

  for (const [method, params, code, note] of [
    ['triple', { number: 1 }, 'unknownMethod', 'an unknown method'],
    ['toString', {}, 'unknownMethod', 'a method every object has'],
    ['__proto__', {}, 'unknownMethod', 'the prototype'],
    ['double', { number: 'one' }, 'malformedParams', 'a member of the wrong type'],
    ['double', {}, 'malformedParams', 'a missing member'],
    ['double', { number: 1, secret: 'k' }, 'malformedParams', 'a member nobody knows'],
    ['double', undefined, 'malformedParams', 'no params'],
  ] as const) {
    it(`answers with an error: ${note}`, async () => {
      const { left } = join();
      await assert.rejects(outcome(left.request(method as 'double', params as never)), withCode(code));
    });
  }

  it('refuses events that are unknown or malformed, and the sender learns of it', () => {
    const { left, heard, errors, wire } = join();
    left.emit('showAge' as 'showCount', { count: 1 });
    left.emit('showCount', { count: 'one' as unknown as number });
    wire.flush();
    assert.deepEqual(heard, []);
    assert.deepEqual(errors.map(String), [
      'ChannelError: unknownMethod: showAge',
      'ChannelError: malformedParams: showCount',
    ]);
  });

  it('answers with a code when the handler throws, and keeps what it said at home', async () => {
    const { left, errors, wire } = join({
      greet: () => {
        throw new Error('the secret is hunter2');
      },
      double: () => Promise.reject(new ChannelError('stale')),
    });
    await assert.rejects(outcome(left.request('greet', { name: 'you' })), withCode('failed'));
    assert.equal(JSON.stringify(wire.sent).includes('hunter2'), false);
    assert.equal(errors.length, 1);
    await assert.rejects(outcome(left.request('double', { number: 1 })), withCode('stale'));
    assert.equal(errors.length, 1, 'a refusal on purpose is no defect');
  });

  it('says in an error what went wrong, and what with', () => {
    assert.equal(new ChannelError('stale').message, 'stale');
    assert.equal(new ChannelError('unknownMethod', 'triple').message, 'unknownMethod: triple');
  });

  it('rejects a result of the wrong shape', async () => {
    const { left } = join({ double: () => ({ number: 'many' }) as unknown as { number: number } });
    await assert.rejects(outcome(left.request('double', { number: 1 })), withCode('malformedResult'));
  });

  it('goes on when a listener throws', () => {
    const wire = new MemoryWire();
    const errors: unknown[] = [];
    const heard: number[] = [];
    openChannel({
      port: wire.right,
      requests: {},
      answers: {},
      events,
      listeners: {
        showCount: ({ count }) => {
          if (count === 1) throw new Error('no');
          heard.push(count);
        },
      },
      asks: {},
      onError: (error) => errors.push(error),
    });
    for (const count of [1, 2]) wire.left.post({ kind: 'event', name: 'showCount', params: { count } });
    wire.flush();
    assert.deepEqual(heard, [2]);
    assert.equal(errors.length, 1);
  });

  it('rejects what is pending when it closes, and listens no more', async () => {
    const { left, right, heard, wire } = join({ greet: () => new Promise(() => undefined) });
    const pending = left.request('greet', { name: 'you' });
    await MemoryWire.settled();
    left.close();
    await assert.rejects(outcome(pending), withCode('closed'));
    assert.equal(wire.listeners('left'), 0);
    right.emit('showCount', { count: 1 });
    wire.flush();
    assert.deepEqual(heard, []);
    await assert.rejects(outcome(left.request('double', { number: 1 })), withCode('closed'));
    left.close();
  });

  it('sends nothing after closing, not even an answer that was under way', async () => {
    let answer = (): void => undefined;
    const { left, right, wire } = join({
      greet: ({ name }) => new Promise((resolve) => (answer = () => resolve({ greeting: name }))),
    });
    void left.request('greet', { name: 'you' });
    await MemoryWire.settled();
    right.close();
    const before = wire.sent.length;
    answer();
    await MemoryWire.settled();
    assert.equal(wire.sent.length, before);
  });

  it('does not quarrel about answers nobody waits for, nor stumble over them', () => {
    const { wire, errors } = join();
    wire.left.post({ kind: 'result', id: 99, result: {} });
    wire.left.post({ kind: 'error', id: 99, code: 'failed', about: '' });
    wire.flush();
    assert.equal(wire.sent.length, 2);
    assert.deepEqual(errors, []);
  });
});
