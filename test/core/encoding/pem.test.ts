import assert from 'node:assert/strict';
import { countLineEnds, pemText, readPem } from '../../../src/core/encoding/pem';

const body = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=';
const lines = ['-----BEGIN PUBLIC KEY-----', body.slice(0, 32), body.slice(32), '-----END PUBLIC KEY-----'];
const pem = lines.join('\n');

describe('readPem', () => {
  const shapes: [what: string, text: string][] = [
    ['as it is', pem],
    ['with CRLF', lines.join('\r\n')],
    ['with CR alone', lines.join('\r')],
    ['with blank lines', lines.join('\n\n')],
    ['indented', lines.map((line) => `    ${line}`).join('\n')],
    ['with tabs at the ends', lines.map((line) => `${line}\t `).join('\n')],
    ['in one line with spaces', lines.join(' ')],
    ['in one line with \\n', lines.join('\\n')],
    ['in one line with \\r\\n', lines.join('\\r\\n')],
    ['in one line with \\\\n', lines.join('\\\\n')],
    ['with slashes escaped as in JSON', pem.replaceAll('/', '\\/')],
    ['in quotes', `"${lines.join('\\n')}\\n"`],
    ['as an environment variable', `KEY='${pem}'`],
    ['as a block of YAML', `key: |\n${lines.map((line) => `  ${line}`).join('\n')}\nother: 1\n`],
    ['as joined strings of code', lines.map((line) => `  "${line}\\n" +`).join('\n')],
    ['as lines of a comment', lines.map((line) => `# ${line}`).join('\n')],
    ['as a quoted mail', lines.map((line) => `> ${line}`).join('\n')],
    ['with text before and behind', `Here it is:\n${pem}\nRegards`],
    ['with a space before the dashes', pem.replaceAll('KEY-----', 'KEY -----')],
  ];
  for (const [what, text] of shapes)
    it(`finds the block ${what}`, () => {
      const { blocks, faults } = readPem(text);
      assert.deepEqual(faults, []);
      assert.equal(blocks.length, 1);
      assert.equal(blocks[0].label, 'PUBLIC KEY');
      assert.equal(blocks[0].body, body);
      assert.equal(text.slice(blocks[0].span.start).startsWith('-----BEGIN'), true);
      assert.match(text.slice(0, blocks[0].span.end), /KEY ?-----$/);
    });

  it('counts the lines of every kind of line end', () => {
    const text = `one\r\ntwo\rthree\n${pem}\n\n${pem}`;
    assert.deepEqual(
      readPem(text).blocks.map((block) => block.line),
      [4, 9],
    );
  });

  it('reads headers apart from the body', () => {
    const text = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF\n\nAAAA\n-----END RSA PRIVATE KEY-----`;
    for (const shape of [text, text.replaceAll('\n', ' ').replace('  ', ' '), text.replaceAll('\n', '\\n')]) {
      const [block] = readPem(shape).blocks;
      assert.equal(block.headers.get('proc-type'), '4,ENCRYPTED');
      assert.equal(block.headers.get('dek-info'), 'AES-256-CBC,00FF');
      assert.equal(block.body, 'AAAA');
    }
  });

  it('continues a header of RFC 4716 behind a backslash, and takes quotes off', () => {
    const text =
      '---- BEGIN SSH2 PUBLIC KEY ----\nComment: "a long \\\ncomment"\nAAAA\n---- END SSH2 PUBLIC KEY ----';
    const [block] = readPem(text).blocks;
    assert.equal(block.label, 'SSH2 PUBLIC KEY');
    assert.equal(block.headers.get('comment'), 'a long comment');
    assert.equal(block.body, 'AAAA');
  });

  const faults: [what: string, text: string, code: string, line: number][] = [
    ['no END line', lines.slice(0, 3).join('\n'), 'missingEnd', 1],
    ['no BEGIN line', `x\n${lines.slice(1).join('\n')}`, 'missingBegin', 4],
    ['a BEGIN line with a dash too few', pem.replace('-----BEGIN', '----BEGIN'), 'missingBegin', 4],
    ['an END line with a dash too few', pem.replace(/-$/, ''), 'missingEnd', 1],
    ['labels that differ', pem.replace('END PUBLIC', 'END RSA PUBLIC'), 'labelMismatch', 1],
  ];
  for (const [what, text, code, line] of faults)
    it(`tells ${what}`, () => {
      const reading = readPem(text);
      assert.deepEqual(reading.blocks, []);
      assert.equal(reading.faults[0]?.code, code);
      assert.equal(reading.faults[0]?.line, line);
    });

  it('reads on behind a block that was cut off', () => {
    const { blocks, faults } = readPem(`${lines.slice(0, 2).join('\n')}\n${pem}`);
    assert.equal(blocks.length, 1);
    assert.deepEqual(
      faults.map((fault) => fault.code),
      ['missingEnd'],
    );
  });

  it('stops at five hundred blocks and says so', () => {
    const { blocks, isCut } = readPem(`${pem}\n`.repeat(501));
    assert.equal(blocks.length, 500);
    assert.ok(isCut);
  });
});

describe('pemText', () => {
  it('writes lines of 64 characters and reads back', () => {
    const text = pemText('TEST', 'A'.repeat(130));
    assert.deepEqual(
      text.split('\n').map((line) => line.length),
      [20, 64, 64, 2, 18, 0],
    );
    assert.equal(readPem(text).blocks[0].body, 'A'.repeat(130));
  });
});

describe('the faults of PEM', () => {
  it('stops at twenty faults and says so', () => {
    const ends = (count: number): string => '-----END PUBLIC KEY-----\n'.repeat(count);
    assert.equal(readPem(ends(19)).isCut, false);
    assert.deepEqual([readPem(ends(20)).isCut, readPem(ends(20)).faults.length], [false, 20]);
    assert.deepEqual([readPem(ends(21)).isCut, readPem(ends(21)).faults.length], [true, 20]);
  });

  it('tells both labels where they differ, and one where one is missing', () => {
    const { faults } = readPem(`${pem.replace('END PUBLIC', 'END PRIVATE')}\n-----BEGIN X-----`);
    assert.deepEqual(faults, [
      { code: 'labelMismatch', label: 'PUBLIC KEY', line: 1, end: 'PRIVATE KEY' },
      { code: 'missingEnd', label: 'X', line: 5 },
    ]);
  });

  it('is not cut where all was read', () => assert.equal(readPem(pem).isCut, false));
});

describe('countLineEnds', () => {
  it('counts LF, CRLF and CR alone, each once', () => {
    for (const [text, count] of [
      ['a\nb\nc', 2],
      ['a\r\nb\r\nc', 2],
      ['a\rb\rc', 2],
      ['\r\r\n\n', 3],
      ['\r', 1],
      ['', 0],
    ] as const)
      assert.equal(countLineEnds(text, 0, text.length), count, JSON.stringify(text));
  });

  it('looks at the part that is asked for, and counts a CRLF cut apart by its LF', () => {
    assert.equal(countLineEnds('\na\nb\n', 1, 4), 1);
    assert.equal(countLineEnds('a\r\nb', 0, 2), 0);
    assert.equal(countLineEnds('a\r\nb', 2, 4), 1);
  });
});
