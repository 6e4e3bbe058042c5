import assert from 'node:assert/strict';
import { addressKind, type AddressKind } from '../../../../src/core/keys/remote/addressKind';

/** Host -> its kind, with a note of what it is. */
const table: readonly (readonly [AddressKind, string, string])[] = [
  ['public', 'login.example.com', 'a name'],
  ['public', 'EXAMPLE.COM.', 'a name in capitals, rooted'],
  ['public', 'xn--bcher-kva.example', 'a name in punycode'],
  ['public', '8.8.8.8', 'a public address'],
  ['public', '1.1.1.1.', 'a public address, rooted'],
  ['public', '172.32.0.1', 'just above 172.16/12'],
  ['public', '100.128.0.1', 'just above 100.64/10'],
  ['public', '11.0.0.1', 'just above 10/8'],
  ['public', '169.253.255.255', 'just below the link-local network'],
  ['public', '[2606:4700::1111]', 'global unicast'],
  ['public', '[2002:808:808::1]', '6to4 of a public address'],
  ['public', '[64:ff9b::8.8.8.8]', 'NAT64 of a public address'],
  ['public', '[2001:200::1]', 'just above the special networks of 2001::/23'],
  ['public', '[2003:100::1]', 'global unicast, its second group low'],
  ['loopback', 'localhost', 'the name'],
  ['loopback', 'LocalHost.', 'the name, rooted'],
  ['loopback', 'a.b.localhost', 'below the name'],
  ['loopback', '127.0.0.1', 'the address'],
  ['loopback', '127.255.255.254', 'the last of its network'],
  ['loopback', '127.1', 'two parts'],
  ['loopback', '2130706433', 'one decimal number'],
  ['loopback', '0x7f000001', 'one hexadecimal number'],
  ['loopback', '0X7F.1', 'hexadecimal and decimal'],
  ['loopback', '017700000001', 'one octal number'],
  ['loopback', '0177.0.0.01', 'octal parts'],
  ['loopback', '[::1]', 'IPv6'],
  ['loopback', '[0:0:0:0:0:0:0:1]', 'IPv6 written out'],
  ['loopback', '[::ffff:127.0.0.1]', 'mapped'],
  ['loopback', '[::ffff:7f00:1]', 'mapped, in hexadecimal'],
  ['loopback', '[::127.0.0.1]', 'compatible'],
  ['loopback', '[2002:7f00:1::]', '6to4'],
  ['loopback', '[64:ff9b::7f00:1]', 'NAT64'],
  ['private', '10.1.2.3', ''],
  ['private', '0xa.1', 'hexadecimal'],
  ['private', '172.16.0.1', ''],
  ['private', '172.31.255.255', ''],
  ['private', '192.168.1.1', ''],
  ['private', '3232235777', '192.168.1.1 as one number'],
  ['private', '100.64.0.1', 'shared by carriers'],
  ['private', '[fd00::1]', 'unique local'],
  ['private', '[::ffff:10.0.0.1]', 'mapped'],
  ['private', 'printer.local', 'multicast DNS'],
  ['private', 'metadata.google.internal', 'a cloud’s own'],
  ['private', 'router.home.arpa', ''],
  ['private', 'intranet', 'one label'],
  ['private', 'wiki.corp.', ''],
  ['linkLocal', '169.254.169.254', 'the metadata service of clouds'],
  ['linkLocal', '0xa9fea9fe', 'the same in hexadecimal'],
  ['linkLocal', '[fe80::1]', ''],
  ['linkLocal', '[febf::1]', 'the last of its network'],
  ['linkLocal', '[::ffff:a9fe:a9fe]', 'mapped'],
  ['reserved', '0.0.0.0', 'every address of this host'],
  ['reserved', '0', 'the same as one number'],
  ['reserved', '[::]', 'the same in IPv6'],
  ['reserved', '224.0.0.1', 'multicast'],
  ['reserved', '255.255.255.255', 'broadcast'],
  ['reserved', '198.51.100.1', 'for documentation'],
  ['reserved', '[ff02::1]', 'multicast'],
  ['reserved', '[2001:db8::1]', 'for documentation'],
  ['reserved', '[2001::1]', 'Teredo, which hides an IPv4 address'],
  ['reserved', '[fec0::1]', 'site-local of old'],
  ['reserved', '[64:ff9b:1::1]', 'NAT64 of one’s own'],
  ['reserved', '[64:ff9b:0:1::8.8.8.8]', 'NAT64 with something in the gap'],
  ['reserved', '[65:ff9b::8.8.8.8]', 'not the prefix of NAT64'],
  ['reserved', '[3fff::1]', 'for documentation'],
  ['unreadable', '[::1.2.3]', 'IPv4 in three parts within IPv6'],
  ['unreadable', '', 'nothing'],
  ['unreadable', '.', ''],
  ['unreadable', 'a..b', 'an empty label'],
  ['unreadable', '256.0.0.1', 'too large a part'],
  ['unreadable', '1.2.3.4.5', 'too many parts'],
  ['unreadable', '4294967296', 'above all addresses'],
  ['unreadable', '08.0.0.1', 'no octal digit'],
  ['unreadable', 'example.0x', 'ends in a number'],
  ['unreadable', '[fe80::1%25eth0]', 'with a zone'],
  ['unreadable', '[::1', 'unclosed'],
  ['unreadable', '[1::2::3]', 'two gaps'],
  ['unreadable', '[1:2:3:4:5:6:7:8:9]', 'nine groups'],
  ['unreadable', '[1:2:3:4:5:6:7::8:9]', 'no room for a gap'],
  ['unreadable', '[127.0.0.1::]', 'IPv4 in front'],
  ['unreadable', 'exa mple.com', 'a space'],
  ['unreadable', 'exámple.com', 'not as URL writes it'],
  ['unreadable', 'user@example.com', 'more than a host'],
];

describe('addressKind', () => {
  for (const [kind, host, note] of table)
    it(`calls ${host || 'an empty text'} ${kind}${note && `: ${note}`}`, () => {
      assert.equal(addressKind(host), kind);
    });

  it('agrees with what URL makes of every spelling of an address', () => {
    for (const [kind, host] of table) {
      const url = kind === 'unreadable' ? undefined : new URL(`http://${host}/`);
      if (url) assert.equal(addressKind(url.hostname), kind, host);
    }
  });

  it('answers at once on long texts', () => {
    for (const text of [
      '1.'.repeat(500_000),
      `[${':'.repeat(500_000)}]`,
      'a.'.repeat(500_000),
      '9'.repeat(500_000),
    ])
      assert.equal(addressKind(text), 'unreadable');
  });
});
