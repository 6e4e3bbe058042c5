import assert from 'node:assert/strict';
import { ShownStore } from '../../../src/host/inspector/shownStore';
import type { Shown } from '../../../src/host/inspector/shownToken';

const shown = (text: string): Shown => ({
  ...{ found: { text }, outer: [], picked: undefined, chosen: undefined, disclosures: undefined },
  ...{ verification: { status: 'pending' }, content: { status: 'none' }, inside: undefined },
});

describe('what the panel shows', () => {
  it('is nothing at first, and does not stay where it is', () => {
    const store = new ShownStore();
    assert.equal(store.shown, undefined);
    assert.equal(store.absence, 'noToken');
    assert.equal(store.revision, 0);
    assert.equal(store.isPinned, false);
  });

  it('has a higher revision with each token, so that what speaks of an older one is known', () => {
    const store = new ShownStore();
    store.show(shown('a.b.c'));
    assert.equal(store.revision, 1);
    store.show(shown('d.e.f'));
    assert.equal(store.revision, 2);
    assert.equal(store.shown?.found.text, 'd.e.f');
  });

  it('stays the same token where more is learnt of it', () => {
    const store = new ShownStore();
    store.show(shown('a.b.c'));
    store.amend({ verification: { status: 'failed' } });
    assert.deepEqual(store.shown, { ...shown('a.b.c'), verification: { status: 'failed' } });
    assert.equal(store.revision, 1);
  });

  it('is looked at anew under a higher revision', () => {
    const store = new ShownStore();
    store.show(shown('a.b.c'));
    store.renew();
    assert.equal(store.revision, 2);
    assert.equal(store.shown?.found.text, 'a.b.c');
  });

  it('is gone with the token, for a reason', () => {
    const store = new ShownStore();
    store.show(shown('a.b.c'));
    store.clear('tokenGone');
    assert.equal(store.shown, undefined);
    assert.equal(store.absence, 'tokenGone');
    assert.equal(store.revision, 2);
  });

  it('learns and renews nothing where nothing is shown', () => {
    const store = new ShownStore();
    store.amend({ inside: 'a.b.c' });
    store.renew();
    assert.equal(store.shown, undefined);
    assert.equal(store.revision, 0);
  });
});
