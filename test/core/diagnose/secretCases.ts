import { env, file, hexOf, secret, type Broken, type Expected } from './aCase';
import { b64, signed } from './signing';

const claims = { iss: 'https://id.example/', sub: 'ada' };
const octets = Buffer.from('382cd495fef9dd6afa7cef5cbc4b98cc42117212d1941e6ab1ce4ec7a038f2ed', 'hex');
const word = 'grove-lantern-0c5e';

/** Signed with `signer`, known as the key: the diagnosis tells the signer's octets. */
const known = (
  code: Expected['code'],
  note: string,
  key: Broken['keys'][number],
  signer: string | Uint8Array,
  more: Partial<Expected> = {},
): Broken => ({
  note,
  token: signed({ alg: 'HS256', typ: 'JWT' }, claims, signer),
  keys: [secret('other', 'not this one at all'), key],
  expect: { code, key: 'k', secretHex: hexOf(signer), ...more },
});

const base64 = { secretEncoding: 'base64' } as const;
const hex = { secretEncoding: 'hex' } as const;
const utf8 = { secretEncoding: 'utf8' } as const;

export const secretCases: readonly Broken[] = [
  known('secret-is-base64', 'base64', secret('k', octets.toString('base64')), octets, base64),
  known(
    'secret-is-base64',
    'without padding, in a file with a line end',
    file('k', `${octets.toString('base64').replace(/=+$/, '')}\n`),
    octets,
    base64,
  ),
  known(
    'secret-is-base64',
    'base64url',
    secret('k', b64(Buffer.from('fbff7f3e2a91cc', 'hex'))),
    Buffer.from('fbff7f3e2a91cc', 'hex'),
    {
      secretEncoding: 'base64url',
    },
  ),
  known(
    'secret-is-base64',
    'marked as Laravel does',
    env('k', `base64:${octets.toString('base64')}`),
    octets,
    base64,
  ),
  known(
    'secret-is-base64',
    'configured as hex',
    secret('k', 'abcdef0123456789', 'hex'),
    Buffer.from('abcdef0123456789', 'base64'),
    base64,
  ),
  known('secret-is-hex', 'hex', secret('k', octets.toString('hex')), octets, hex),
  known(
    'secret-is-hex',
    'upper case behind 0x',
    env('k', `0x${octets.toString('hex').toUpperCase()}`),
    octets,
    hex,
  ),
  known('secret-is-hex', 'configured as base64', secret('k', octets.toString('hex'), 'base64'), octets, hex),
  known(
    'secret-is-text',
    'configured as base64',
    secret('k', 'grovelantern0c5e', 'base64'),
    'grovelantern0c5e',
    utf8,
  ),
  known('secret-is-text', 'does not even decode', secret('k', `${word}!`, 'base64'), `${word}!`, utf8),
  known(
    'secret-is-text',
    'the k of a JWK',
    file('k', JSON.stringify({ kty: 'oct', k: 'grovelantern0c5e' })),
    'grovelantern0c5e',
    utf8,
  ),
  known(
    'secret-layers',
    'base64 twice',
    secret('k', Buffer.from(octets.toString('base64')).toString('base64')),
    octets,
  ),
  known(
    'secret-layers',
    'hex in base64',
    secret('k', Buffer.from(octets.toString('hex')).toString('base64')),
    octets,
  ),
  known(
    'secret-layers',
    'configured once, encoded twice',
    secret('k', Buffer.from(octets.toString('base64')).toString('base64'), 'base64'),
    octets,
  ),
  known('secret-layers', 'one layer too few', secret('k', word), Buffer.from(word).toString('base64')),
  known('secret-layers', 'hex of it', secret('k', word), hexOf(word)),
  known(
    'secret-base64-lenient',
    'dashes dropped',
    secret('k', 'my-secret-key-of-old!'),
    Buffer.from('mysecretkeyofold', 'base64'),
  ),
  known(
    'secret-base64-lenient',
    'Node’s reading',
    secret('k', 'my secret/key!?'),
    Buffer.from('my secret/key!?', 'base64'),
  ),
  known(
    'secret-base64-lenient',
    'an incomplete group dropped',
    secret('k', 'secret!key12'),
    Buffer.from('secretke', 'base64'),
  ),
  known('secret-line-end', 'a line end in the file', file('k', `${word}\n`), word),
  known('secret-line-end', 'CRLF in the file', file('k', `${word}\r\n`), word),
  known('secret-line-end', 'one of two', file('k', `${word}\n\n`), `${word}\n`),
  known('secret-line-end', 'the signer has one', secret('k', word), `${word}\n`),
  known('secret-line-end', 'CRLF for LF inside', file('k', 'line one\r\nline two'), 'line one\nline two'),
  known(
    'secret-line-end',
    'behind octets that are no text',
    file('k', Buffer.concat([octets, Buffer.from('\n')])),
    octets,
  ),
  known(
    'secret-line-end',
    'inside base64, as a cluster has it',
    secret('k', Buffer.from(`${word}\n`).toString('base64'), 'base64'),
    word,
  ),
  known('secret-whitespace', 'a space behind', secret('k', `${word} `), word),
  known('secret-whitespace', 'no-break space in front', secret('k', `\u00a0${word}`), word),
  known('secret-whitespace', 'zero-width space', secret('k', `${word}\u200b`), word),
  known('secret-whitespace', 'a byte order mark', file('k', `\ufeff${word}`), word),
  known('secret-whitespace', 'the signer has a space', secret('k', word), `${word} `),
  known('secret-whitespace', 'spaces inside', secret('k', 'grove lantern 0c5e'), 'grovelantern0c5e'),
  known('secret-quotes', 'quotes in the setting', secret('k', `"${word}"`), word),
  known('secret-quotes', 'back-ticks', secret('k', `\`${word}\``), word),
  known('secret-quotes', 'quotes for the signer', env('k', `'${word}'`), `'${word}'`),
  known('secret-escapes', 'a comment that is none', env('k', `${word}#7 # note`), `${word}#7`),
  known('secret-escapes', 'escapes resolved', secret('k', 'tab\\there'), 'tab\there'),
  known(
    'secret-escapes',
    'escapes of an environment file left alone',
    env('k', '"a\\nb-lantern"'),
    'a\\nb-lantern',
  ),
  known('secret-escapes', 'a name expanded', env('k', 'grove$LANTERN-0c5e'), 'grove-0c5e'),
  known('secret-escapes', 'dollars doubled', secret('k', 'gr$$ove-lantern'), 'gr$ove-lantern'),
  known('secret-escapes', 'percent-encoded', secret('k', 'grove%2Flantern'), 'grove/lantern'),
  known('secret-escapes', 'line ends written out', secret('k', 'grove\nlantern'), 'grove\\nlantern'),
  known('secret-characters', 'Latin-1', secret('k', 'Grüße-0c5e'), Buffer.from('Grüße-0c5e', 'latin1')),
  known('secret-characters', 'ASCII with question marks', secret('k', 'Grüße-0c5e'), 'Gr??e-0c5e'),
  known('secret-characters', 'UTF-16', secret('k', word), Buffer.from(word, 'utf16le')),
  known(
    'secret-characters',
    'Windows-1252',
    secret('k', '€uro-0c5e'),
    Buffer.concat([Buffer.from([0x80]), Buffer.from('uro-0c5e')]),
  ),
  known(
    'secret-characters',
    'encoded twice',
    secret('k', 'Grüße-0c5e'),
    Buffer.from('Grüße-0c5e').toString('latin1'),
  ),
  known('secret-characters', 'decomposed', secret('k', 'Grüße-0c5e'), 'Grüße-0c5e'.normalize('NFD')),
  known('secret-characters', 'upper case', secret('k', word), word.toUpperCase()),
  known(
    'secret-characters',
    'a UTF-16 file',
    file('k', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${word}\r\n`, 'utf16le')])),
    word,
  ),
  known('secret-is-base64', 'quoted', secret('k', `"${octets.toString('base64')}"`), octets, {
    ...base64,
    also: ['secret-quotes'],
  }),
  known('secret-is-hex', 'quoted', secret('k', `'${octets.toString('hex')}'`), octets, {
    ...hex,
    also: ['secret-quotes'],
  }),
  known(
    'secret-layers',
    'with a zero-width space',
    secret('k', `${Buffer.from(octets.toString('hex')).toString('base64')}\u200b`),
    octets,
    {
      also: ['secret-whitespace'],
    },
  ),
  {
    note: 'the wrong encoding, and HS512 under HS256',
    token: signed({ alg: 'HS256' }, claims, octets, { by: 'HS512' }),
    keys: [secret('k', octets.toString('base64'))],
    expect: {
      code: 'secret-is-base64',
      also: ['alg-mislabelled'],
      key: 'k',
      alg: 'HS512',
      secretHex: hexOf(octets),
      ...base64,
    },
  },
  {
    note: 'the wrong encoding, and the signature in hex',
    ...(() => {
      const good = signed({ alg: 'HS256' }, claims, octets);
      const at = good.lastIndexOf('.') + 1;
      const token = good.slice(0, at) + Buffer.from(good.slice(at), 'base64url').toString('hex');
      const expect = {
        code: 'signature-encoding',
        also: ['secret-is-hex'],
        key: 'k',
        repaired: good,
        secretHex: hexOf(octets),
        ...hex,
      } as const;
      return { token, keys: [secret('k', octets.toString('hex'))], expect };
    })(),
  },
  {
    note: 'behind its scheme, and the wrong encoding',
    ...(() => {
      const good = signed({ alg: 'HS256' }, claims, octets);
      const expect = {
        code: 'token-surrounded',
        also: ['secret-is-base64'],
        key: 'k',
        repaired: good,
        secretHex: hexOf(octets),
        ...base64,
      } as const;
      return { token: `Bearer ${good}`, keys: [secret('k', octets.toString('base64'))], expect };
    })(),
  },
];
