import assert from 'node:assert/strict';
import { readPemBlocks } from '../../../../src/core/pyjwt/cryptography/pemBlocks';

const octets = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const block = (...lines: readonly string[]): string =>
  ['-----BEGIN A-----', ...lines, '-----END A-----', ''].join('\n');
/** The bodies in hexadecimal; "damaged" for those that are. */
const bodies = (text: string): readonly string[] =>
  readPemBlocks(octets(text)).map(({ bytes }) => (bytes ? Buffer.from(bytes).toString('hex') : 'damaged'));

describe('readPemBlocks', () => {
  it('reads lines of any length where there is no header', () => {
    assert.deepEqual(bodies(block('AAEC', 'AwQF')), ['000102030405']);
    assert.deepEqual(bodies(block('A'.repeat(68), 'AAAA')), ['00'.repeat(54)]);
  });

  it('keeps the header as it is written, and lets only the last line below it be short', () => {
    const [found] = readPemBlocks(octets(block('Proc-Type: 4,ENCRYPTED', 'DEK-Info: X', '', 'AAEC')));
    assert.equal(found.header, 'Proc-Type: 4,ENCRYPTED\nDEK-Info: X');
    assert.deepEqual(found.bytes && [...found.bytes], [0, 1, 2]);
    assert.deepEqual(bodies(block('K: v', '', 'A'.repeat(64), 'AAEC')), [`${'00'.repeat(48)}000102`]);
    assert.deepEqual(bodies(block('K: v', '', 'AAEC', 'AwQF')), ['damaged']);
    assert.deepEqual(bodies(block('K: v', '', 'A'.repeat(68))), ['damaged']);
    assert.deepEqual(bodies(block('K: v', '', 'AAEC', '')), ['damaged']);
  });

  it('does not mind unused bits that are set', () => {
    assert.deepEqual(bodies(block('AB==')), ['00']);
    assert.deepEqual(bodies(block('//==')), ['ff']);
    assert.deepEqual(bodies(block('AAB=')), ['0000']);
    assert.deepEqual(bodies(block('//+/')), ['ffffbf']);
  });

  it('calls a body damaged that is empty, not padded, or of other characters', () => {
    for (const body of ['', '====', 'AAA', 'AA=', 'A===', 'AA_A', 'AA*A', '-AAA'])
      assert.deepEqual(bodies(block(body)), ['damaged'], body);
    assert.deepEqual(bodies(block()), ['damaged']);
  });

  it('takes white space and octets that are no ASCII off the ends of lines', () => {
    assert.deepEqual(bodies(block('AAEC \t\u0080\u00ff')), ['000102']);
    assert.deepEqual(bodies(block('AAEC\r')), ['000102']);
  });

  it('passes over what is between blocks, and a byte order mark where a search begins', () => {
    assert.deepEqual(bodies(`x\n${block('AAEC')}y\n${block('AwQF')}`), ['000102', '030405']);
    assert.deepEqual(bodies(`\u00ef\u00bb\u00bf${block('AAEC')}`), ['000102']);
    assert.deepEqual(bodies(`${block('AAEC')}\u00ef\u00bb\u00bf${block('AwQF')}`), ['000102', '030405']);
    assert.deepEqual(bodies(`x\n\u00ef\u00bb\u00bf${block('AAEC')}`), []);
  });

  it('goes on behind a piece of a long line that is blank', () => {
    const blank = ' '.repeat(600);
    assert.deepEqual(bodies(block(`AAEC${blank}`, 'AwQF')), ['000102030405']);
  });

  it('looks at 64 blocks and no more', () => {
    assert.equal(readPemBlocks(octets(block('AAEC').repeat(64))).length, 64);
    assert.equal(readPemBlocks(octets(block('AAEC').repeat(70))).length, 64);
  });

  it('asks for the same label at both ends', () => {
    assert.deepEqual(bodies('-----BEGIN A-----\nAAEC\n-----END B-----\n'), ['damaged']);
    assert.deepEqual(bodies('-----BEGIN A-----\nAAEC\n'), ['damaged']);
    assert.deepEqual(bodies('-----BEGIN----\nAAEC\n'), []);
  });
});
