import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOutTimeline } from '../../src/inspector/timeline';

const now = 1_767_225_600;
const hour = 3600;

describe('the picture of a token’s times', () => {
  it('shows when it is in force, and where now is', () => {
    const layout = layOutTimeline(
      [
        { claim: 'iat', at: now - hour },
        { claim: 'exp', at: now + hour },
      ],
      now,
      0,
    );
    assert.deepEqual(layout, {
      marks: [
        { claims: ['iat'], x: 12 },
        { claims: ['exp'], x: 88 },
      ],
      inForce: { from: 12, to: 88 },
      leeway: [],
      now: 50,
      isBroken: undefined,
    });
  });

  it('breaks the line where now is far away, so that the token’s own span stays to be seen', () => {
    const times = [
      { claim: 'iat', at: now - 9 * hour },
      { claim: 'exp', at: now - 8 * hour },
    ] as const;
    const after = layOutTimeline(times, now, 0);
    assert.deepEqual([after?.isBroken, after?.now, after?.inForce], ['after', 96, { from: 12, to: 88 }]);
    const before = layOutTimeline(times, now - 20 * hour, 0);
    assert.deepEqual([before?.isBroken, before?.now], ['before', 4]);
  });

  it('runs to the edge where there is no beginning or no end', () => {
    assert.equal(layOutTimeline([{ claim: 'exp', at: now + hour }], now, 0)?.inForce?.from, 0);
    assert.equal(layOutTimeline([{ claim: 'iat', at: now - hour }], now, 0)?.inForce?.to, 100);
  });

  it('adds the leeway at both ends', () => {
    const layout = layOutTimeline(
      [
        { claim: 'nbf', at: now - 100 },
        { claim: 'exp', at: now + 100 },
      ],
      now,
      50,
    );
    assert.ok(layout?.inForce);
    assert.equal(layout.leeway.length, 2);
    const [before, after] = layout.leeway;
    assert.equal(before.to, layout.inForce.from);
    assert.equal(after.from, layout.inForce.to);
    assert.ok(before.from < before.to && after.from < after.to);
  });

  it('gives times that are near to each other one label', () => {
    const layout = layOutTimeline(
      [
        { claim: 'iat', at: now },
        { claim: 'nbf', at: now },
        { claim: 'exp', at: now + hour },
      ],
      now,
      0,
    );
    assert.deepEqual(
      layout?.marks.map(({ claims }) => claims.join()),
      ['iat,nbf', 'exp'],
    );
  });

  it('draws no span that ends before it begins, and nothing of no times', () => {
    const times = [
      { claim: 'nbf', at: now },
      { claim: 'exp', at: now - 1 },
    ] as const;
    assert.equal(layOutTimeline(times, now, 60)?.inForce, undefined);
    assert.equal(layOutTimeline([], now, 60), undefined);
    assert.equal(layOutTimeline([{ claim: 'exp', at: now * 1000 }], now, 0), undefined);
  });

  it('stays on the page for any times', () => {
    const time = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: now - 1000, max: now + 1000 }));
    const leeway = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(time, time, time, leeway, (iat, nbf, exp, allowed) => {
        const layout = layOutTimeline(
          [
            { claim: 'iat', at: iat },
            { claim: 'nbf', at: nbf },
            { claim: 'exp', at: exp },
          ],
          now,
          allowed,
        );
        if (!layout) return;
        const places = [
          layout.now,
          ...layout.marks.map(({ x }) => x),
          ...layout.leeway.flatMap(({ from, to }) => [from, to]),
          ...(layout.inForce ? [layout.inForce.from, layout.inForce.to] : []),
        ];
        for (const x of places) assert.ok(x >= 0 && x <= 100, String(x));
      }),
    );
  });
});
