import assert from 'node:assert/strict';
import { pythonDatetime } from '../../../../src/core/pyjwt/python/pythonDatetime';
import { urlScheme } from '../../../../src/core/pyjwt/python/pythonUrl';
import { raised } from '../pyjwtCalls';

describe('pythonDatetime', () => {
  for (const [text, seconds] of [
    ['2023-11-14T22:13:20', 1700000000n],
    ['2023-11-14 22:13:20', 1700000000n],
    ['2023-11-14T22:13:20Z', 1700000000n],
    ['2023-11-14T22:13:20.999999', 1700000000n],
    ['2023-11-15T00:13:20+02:00', 1700000000n],
    ['2023-11-15T00:13:20+0200', 1700000000n],
    ['2023-11-14T16:43:20.5-05:30', 1700000000n],
    ['2023-11-14T22:13:21+00:00:01', 1700000000n],
    ['1969-12-31T23:59:59.5+00:00', -1n],
    ['1970-01-01', 0n],
    ['1970-01-01T00:01', 60n],
    ['0001-01-01T00:00:00', -62135596800n],
    ['9999-12-31T23:59:59', 253402300799n],
    ['2024-02-29', 1709164800n],
  ] as const)
    it(`reads ${text}`, () => {
      assert.deepEqual(pythonDatetime(text), { python: 'datetime', epochSeconds: seconds });
    });

  for (const text of [
    '',
    'now',
    '2023-02-29',
    '2023-13-01',
    '2023-00-01',
    '2023-01-01T24:00:00',
    '2023-01-01T00:60',
    '2023-01-01T00:00:60',
    '2023-01-01T',
    '1700000000',
    '2023-1-1',
    '2023-01-01T00:00:00+2',
  ])
    it(`takes ${JSON.stringify(text)} for no time`, () => {
      assert.equal(pythonDatetime(text), undefined);
    });
});

describe('urlScheme', () => {
  for (const [url, scheme] of [
    ['https://h', 'https'],
    ['HTTPS://h', 'https'],
    [' \u0001https://h', 'https'],
    ['ht\ntp\ts://h', 'https'],
    ['a+b-c.1:x', 'a+b-c.1'],
    ['h/x', ''],
    ['//h', ''],
    ['', ''],
    ['1http://h', ''],
    ['h ttp://h', ''],
    ['https://[::1]/', 'https'],
    ['https://u@[fe80::1%eth0]:443/', 'https'],
    ['https://[::ffff:1.2.3.4]', 'https'],
    ['https://[1:2:3:4:5:6:7:8]', 'https'],
    ['https://[v1.x]', 'https'],
    ['https://x\u00e9/', 'https'],
  ] as const)
    it(`finds ${JSON.stringify(scheme)} in ${JSON.stringify(url)}`, () => {
      assert.equal(urlScheme(url), scheme);
    });

  it('answers octets with octets, and None with none', () => {
    assert.deepEqual(urlScheme(Uint8Array.of(0x61, 0x3a)), Uint8Array.of(0x61));
    assert.deepEqual(urlScheme(null), new Uint8Array());
  });

  it('raises what Python raises', () => {
    assert.equal(raised(urlScheme('https://[::1')), 'ValueError: Invalid IPv6 URL');
    assert.equal(raised(urlScheme('//a]')), 'ValueError: Invalid IPv6 URL');
    for (const netloc of ['[1.2.3.4]', '[h]', '[1:2:3:4:5:6:7:8:9]', '[1::2::3]', '[::256.1.1.1]', '[::1%]'])
      assert.match(raised(urlScheme(`//${netloc}`)), /^ValueError: '.*' does not appear to be an IP/, netloc);
    assert.equal(raised(urlScheme('//[v.x]')), 'ValueError: IPvFuture address is invalid');
    assert.equal(raised(urlScheme('//x[::1]')), 'ValueError: Invalid IPv6 URL');
    assert.match(raised(urlScheme('https://x\u2100')), /^ValueError: netloc 'x\u2100' contains invalid/);
    assert.equal(raised(urlScheme(5n)), "AttributeError: 'int' object has no attribute 'decode'");
    assert.match(raised(urlScheme(Uint8Array.of(0xff))), /^UnicodeDecodeError/);
  });
});
