import assert from 'node:assert/strict';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Token } from '../../../src/core/jose/token';
import { RememberedPicks } from '../../../src/host/keys/rememberedPicks';

/** A memento in memory; what it holds can be read as the text that VS Code would write down. */
class MemoryMemento {
  values: Record<string, unknown> = {};
  updates = 0;
  readonly get = (key: string): unknown => this.values[key];
  update(key: string, value: unknown): Promise<void> {
    this.updates++;
    this.values = JSON.parse(JSON.stringify({ ...this.values, [key]: value })) as Record<string, unknown>;
    return Promise.resolve();
  }
}

const token = (iss: string | undefined, kid?: string, alg = 'RS256'): Token => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return parseToken(`${part({ alg, kid })}.${part({ iss, sub: 'unguessable-subject' })}.AAAA`);
};

describe('remembered picks', () => {
  const pair = (): { memento: MemoryMemento; picks: RememberedPicks } => {
    const memento = new MemoryMemento();
    return { memento, picks: new RememberedPicks(memento) };
  };

  it('hold for every token of the issuer and key id, and for no other', async () => {
    const { picks } = pair();
    await picks.remember(token('https://a.example', 'one'), 'key 1');
    assert.equal(await picks.keyId(token('https://a.example', 'one')), 'key 1');
    for (const other of [
      token('https://a.example', 'two'),
      token('https://b.example', 'one'),
      token('https://a.example'),
      token(undefined, 'one'),
      token('https://a.example', 'one', 'ES256'),
      parseToken('no token'),
    ])
      assert.equal(await picks.keyId(other), undefined);
  });

  it('do not mistake an issuer for a key id, or nothing for a text', async () => {
    const { picks } = pair();
    await picks.remember(token('a', undefined), 'key 1');
    assert.equal(await picks.keyId(token(undefined, 'a')), undefined);
    await picks.remember(token('', ''), 'key 2');
    assert.equal(await picks.keyId(token(undefined, undefined)), undefined);
  });

  it('are replaced by a later one, and forgotten when asked', async () => {
    const { picks, memento } = pair();
    await picks.remember(token('a', 'k'), 'key 1');
    await picks.remember(token('a', 'k'), 'key 2');
    assert.equal(await picks.keyId(token('a', 'k')), 'key 2');
    assert.equal(await picks.forget(token('a', 'k')), true);
    assert.equal(await picks.forget(token('a', 'k')), false);
    assert.equal(await picks.keyId(token('a', 'k')), undefined);
    assert.equal(memento.values['claimcheck.picks'], undefined);
  });

  it('are forgotten one by one', async () => {
    const { picks } = pair();
    for (const issuer of ['a', 'b']) await picks.remember(token(issuer), `key ${issuer}`);
    await picks.forget(token('a'));
    assert.equal(await picks.keyId(token('a')), undefined);
    assert.equal(await picks.keyId(token('b')), 'key b');
  });

  it('write no claim down in clear, nor a hash that another workspace would make', async () => {
    const [one, two] = [pair(), pair()];
    for (const { picks } of [one, two]) await picks.remember(token('https://a.example', 'kid-1'), 'key 1');
    const written = JSON.stringify(one.memento.values);
    assert.doesNotMatch(written, /a\.example|kid-1|unguessable|eyJ/);
    assert.notDeepEqual(one.memento.values['claimcheck.picks'], two.memento.values['claimcheck.picks']);
  });

  it('are at most 200; the one not used for longest goes', async () => {
    const { picks, memento } = pair();
    for (let index = 0; index < 200; index++) await picks.remember(token(`i${index}`), `key ${index}`);
    assert.equal(await picks.keyId(token('i0')), 'key 0');
    await picks.remember(token('new'), 'key new');
    assert.equal((memento.values['claimcheck.picks'] as unknown[]).length, 200);
    assert.equal(await picks.keyId(token('i0')), 'key 0');
    assert.equal(await picks.keyId(token('i1')), undefined);
    assert.equal(await picks.keyId(token('new')), 'key new');
  });

  it('are written down again for their use only where that keeps them from going soon', async () => {
    const { picks, memento } = pair();
    const uses = async (issuer: string): Promise<number> => {
      const before = memento.updates;
      await picks.keyId(token(issuer));
      return memento.updates - before;
    };
    for (let index = 0; index < 199; index++) await picks.remember(token(`i${index}`), `key ${index}`);
    assert.equal(await uses('i0'), 0, 'there is room for one more');
    await picks.remember(token('i199'), 'key 199');
    assert.equal(await uses('i100'), 0, 'a hundred others go first');
    assert.equal(await uses('never picked'), 0);
    assert.equal(await uses('i99'), 1);
  });

  it('pass over what another version may have written', async () => {
    const { picks, memento } = pair();
    for (const odd of ['x', 7, [1], [['a']], [['a', 1]], [[1, 'a']], { a: 1 }]) {
      memento.values = { 'claimcheck.picks': odd };
      assert.equal(await picks.keyId(token('a')), undefined);
    }
  });
});
