import assert from 'node:assert/strict';
import {
  afterFetch,
  cooldown,
  lifespan,
  needsFetch,
  type RemoteMemory,
} from '../../../../src/core/keys/remote/remoteMemory';

const t = 1_700_000_000;
const fetched = afterFetch<string>({}, { type: 'fetched', value: 'one', etag: '"1"' }, t);
const verify = (moment: number, isKidUnknown = false) => ({ why: 'verify', moment, isKidUnknown }) as const;

describe('the memory of a remote set', () => {
  it('always asks when it is asked to', () => {
    assert.ok(needsFetch(fetched, { why: 'asked', moment: t }));
    assert.ok(needsFetch({}, { why: 'asked', moment: t }));
  });
  it('asks for what it has not', () => {
    assert.ok(needsFetch({}, verify(t)));
  });
  it('serves a set through its last second, and asks after it', () => {
    assert.equal(needsFetch(fetched, verify(t + lifespan)), false);
    assert.equal(needsFetch(fetched, verify(t + lifespan + 0.001)), true);
  });
  it('asks for an unknown key id, at most once a minute', () => {
    assert.equal(needsFetch(fetched, verify(t + cooldown - 1, true)), false);
    assert.equal(needsFetch(fetched, verify(t + cooldown, true)), true);
    assert.equal(needsFetch(fetched, verify(t + cooldown, false)), false);
    const again = afterFetch(fetched, { type: 'notModified' }, t + cooldown);
    assert.equal(needsFetch(again, verify(t + 2 * cooldown - 1, true)), false);
    assert.equal(needsFetch(again, verify(t + 2 * cooldown, true)), true);
  });
  it('keeps what it has when a request fails, and does not ask again at once', () => {
    const failed = afterFetch(fetched, { type: 'failed' }, t + lifespan + 1);
    assert.deepEqual(failed.answer, fetched.answer);
    assert.equal(needsFetch(failed, verify(t + lifespan + 2)), false);
    assert.equal(needsFetch(failed, verify(t + lifespan + 1 + cooldown)), true);
    const never = afterFetch({}, { type: 'failed' }, t);
    assert.equal(needsFetch(never, verify(t + 1, true)), false);
    assert.equal(needsFetch(never, verify(t + cooldown)), true);
  });
  it('makes a set young again that the server stands by', () => {
    const renewed = afterFetch(fetched, { type: 'notModified' }, t + 500);
    assert.deepEqual(renewed.answer, { value: 'one', at: t + 500, etag: '"1"' });
    assert.equal(needsFetch(renewed, verify(t + 500 + lifespan)), false);
  });
  it('makes nothing of “not modified” where it had nothing', () => {
    assert.deepEqual(afterFetch({}, { type: 'notModified' }, t), { askedAt: t });
  });
  it('replaces the set and its tag by every new one', () => {
    const next = afterFetch(fetched, { type: 'fetched', value: 'two' }, t + 10);
    assert.deepEqual(next satisfies RemoteMemory<string>, {
      answer: { value: 'two', at: t + 10 },
      askedAt: t + 10,
    });
  });
  it('does not take a clock that was set back for a young set', () => {
    assert.equal(needsFetch(fetched, verify(t - 3600)), true);
  });
});
