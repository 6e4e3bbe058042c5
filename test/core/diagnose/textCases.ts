import { env, file, secret, type Broken, type Expected } from './aCase';
import { b64, publicPem, signed, signer } from './signing';

const text = 'plain-harbor-umber-41f0';
const app = secret('app', text);
const hs = { alg: 'HS256', typ: 'JWT' };
const claims = { iss: 'https://id.example/', sub: 'ada', iat: 1_789_999_000, name: 'Añ?>~ÿÿÿ' };
export const good = signed(hs, claims, text);
const rsa = file('web', publicPem('RSA-2048'));
const rsaGood = signed({ alg: 'RS256', typ: 'JWT' }, claims, signer('RSA-2048'));
const [h, p, s] = good.split('.') as [string, string, string];
const wrapped = (token: string, width: number, end: string): string =>
  token.replace(new RegExp(`(.{${width}})`, 'g'), `$1${end}`);
const padded = (segment: string): string => segment.padEnd(Math.ceil(segment.length / 4) * 4, '=');

const mended = (
  code: Expected['code'],
  token: string,
  note: string,
  also: Expected['also'] = [],
): Broken => ({
  note,
  token,
  keys: [app],
  expect: { code, also, key: 'app', repaired: good },
});

const swapAt = (token: string, at: number): string =>
  token.slice(0, at) + token.charAt(at + 1) + token.charAt(at) + token.slice(at + 2);
const flipAt = (token: string, at: number): string => {
  const character = token.charAt(at);
  const other = character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase();
  return token.slice(0, at) + other + token.slice(at + 1);
};
/** A place in the payload where the case can be changed and JSON stays JSON. */
const flippable = (() => {
  for (let at = h.length + 60; at < h.length + p.length; at++) {
    const segment = flipAt(good, at).split('.')[1] ?? '';
    const decoded = Buffer.from(segment, 'base64url');
    try {
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decoded));
      if (flipAt(good, at) !== good) return at;
    } catch {
      continue;
    }
  }
  throw new Error('no such place');
})();
const letterInSignature =
  Array.from(s).findIndex((character, at) => at > 4 && /[a-z]/i.test(character)) + h.length + p.length + 2;

const sibling = signed(hs, { ...claims, sub: 'grace' }, text);

export const textCases: readonly Broken[] = [
  mended('token-escaped', good.replaceAll('.', '\\u002e'), 'JSON escapes of the dots'),
  mended('token-escaped', good.replaceAll('.', '\\\\u002e'), 'JSON within JSON'),
  mended('token-escaped', good.replaceAll('.', '\\x2e'), 'C escapes of the dots'),
  mended('token-escaped', good.replaceAll('.', '&#46;'), 'HTML, decimal'),
  mended(
    'token-escaped',
    good.replace('.', '&period;').replace('.', '&#x2e;'),
    'HTML, by name and in hexadecimal',
  ),
  mended('token-escaped', wrapped(good, 70, '=\r\n').replaceAll('.', '=2E'), 'quoted-printable'),
  mended('token-url-encoded', good.replaceAll('.', '%2E'), 'percent-encoded once'),
  mended('token-url-encoded', good.replaceAll('.', '%252E'), 'twice'),
  mended('token-url-encoded', good.replaceAll('.', '%25252E'), 'three times'),
  mended('token-base64-wrapped', Buffer.from(good).toString('base64'), 'base64 of the token'),
  mended('token-base64-wrapped', `"${b64(b64(good))}"`, 'twice, in quotes'),
  mended('token-base64-wrapped', wrapped(Buffer.from(good).toString('base64'), 76, '\n'), 'in lines'),
  mended('token-surrounded', `Bearer ${good}`, 'behind its scheme'),
  mended('token-surrounded', `"${good}",`, 'in quotes, with a comma'),
  mended('token-surrounded', `(${good}).`, 'in brackets at the end of a sentence'),
  mended('token-surrounded', `${good}.`, 'a full stop'),
  mended('token-surrounded', `access_token=${good}&token_type=bearer`, 'in a query'),
  mended('token-surrounded', `token.${good}`, 'a name and a dot'),
  mended('token-surrounded', `session${good}`, 'a name without anything between'),
  mended('token-surrounded', `${good}${sibling.replace(/.$/, '')}`, 'a second token right behind it'),
  mended('token-surrounded', `${good} `, 'a space'),
  mended('token-surrounded', `${good}\n`, 'a line end'),
  mended('token-surrounded', `\ufeff${good}`, 'a byte order mark'),
  mended('token-split', wrapped(good, 64, '\n'), 'lines'),
  mended('token-split', wrapped(good, 64, '\r\n'), 'CRLF'),
  mended('token-split', wrapped(good, 60, '\n> '), 'quoted in a mail'),
  mended('token-split', wrapped(good, 60, '" +\n    "'), 'string literals'),
  mended('token-split', wrapped(good, 60, "'\n    . '"), 'string literals of PHP'),
  mended('token-split', wrapped(good, 60, '\\\n'), 'continuation lines'),
  mended('token-split', wrapped(good, 30, '\u200b'), 'zero-width spaces'),
  mended('token-split', wrapped(good, 30, '\u00ad'), 'soft hyphens'),
  mended('token-split', `${h}\n${p}\n${s}`, 'parts in lines'),
  mended('token-split', `${h}, ${p}, ${s}`, 'parts with commas'),
  mended('token-split', `${h}|${p}|${s}`, 'parts with bars'),
  mended('token-split', h + p + s, 'no dots at all'),
  {
    note: 'no dots at all, and a signature as long as the key',
    token: rsaGood.replaceAll('.', ''),
    keys: [rsa],
    expect: { code: 'token-split', key: 'web', repaired: rsaGood },
  },
  ...standardAlphabet(),
  mended('token-padded', [h, p, s].map(padded).join('.'), 'padding'),
  mended('token-padded', `${h}.${p}.${padded(s)}`, 'padding of the signature only'),
  mended('token-surrounded', `Bearer ${h}.${p}.${padded(s)}`, 'and padding', ['token-padded']),
  mended('token-truncated', good.slice(0, -20), 'the end of an HMAC signature'),
  mended('token-truncated', good.slice(0, -1), 'one character of it'),
  {
    note: 'two characters of an RSA signature',
    token: rsaGood.slice(0, -2),
    keys: [rsa],
    expect: { code: 'token-truncated', key: 'web', repaired: rsaGood },
  },
  {
    note: 'one character of an Ed25519 signature',
    ...(() => {
      const token = signed({ alg: 'EdDSA' }, claims, signer('Ed25519'));
      const keys = [file('ed', publicPem('Ed25519'))];
      return {
        token: token.slice(0, -1),
        keys,
        expect: { code: 'token-truncated' as const, key: 'ed', repaired: token },
      };
    })(),
  },
  mended('token-truncated', good.slice(1), 'the first character'),
  mended('token-truncated', good.slice(7), 'the first seven'),
  {
    note: 'the beginning, that a sibling has',
    token: signed({ typ: 'at+jwt', alg: 'HS256' }, claims, text).slice(6),
    keys: [app],
    siblings: [signed({ typ: 'at+jwt', alg: 'HS256' }, { a: 1 }, text)],
    expect: {
      code: 'token-truncated',
      key: 'app',
      repaired: signed({ typ: 'at+jwt', alg: 'HS256' }, claims, text),
    },
  },
  {
    note: 'half of it, and a sibling has the rest',
    token: rsaGood.slice(0, 150),
    keys: [rsa],
    siblings: [rsaGood],
    expect: { code: 'token-truncated', key: 'web', repaired: rsaGood, evidence: 'sibling' },
  },
  {
    note: 'its second half',
    token: rsaGood.slice(-200),
    keys: [rsa],
    siblings: [good, rsaGood],
    expect: { code: 'token-truncated', key: 'web', repaired: rsaGood, evidence: 'sibling' },
  },
  {
    note: 'its middle, shortened for display',
    token: `${rsaGood.slice(0, 40)}…${rsaGood.slice(-20)}`,
    keys: [rsa],
    siblings: [rsaGood],
    expect: { code: 'token-truncated', key: 'web', repaired: rsaGood, evidence: 'sibling' },
  },
  {
    note: 'within the payload',
    token: good.slice(0, h.length + 40),
    keys: [app],
    expect: { code: 'token-truncated', evidence: 'form' },
  },
  {
    note: 'within the signature, under another secret',
    token: good.slice(0, -6),
    keys: [secret('app', 'another one')],
    expect: { code: 'token-truncated', evidence: 'form' },
  },
  mended('token-character-damaged', flipAt(good, letterInSignature), 'the case of a letter in the signature'),
  mended('token-character-damaged', `${good.slice(0, -10)}${good.slice(-9)}`, 'one character of it lost'),
  mended('token-character-damaged', `${good.slice(0, -10)}A${good.slice(-10)}`, 'one added'),
  ...neighboursSwapped(),
  mended('token-character-damaged', flipAt(good, flippable), 'the case of a letter in the payload'),
  mended('token-character-damaged', `${h}..${p}.${s}`, 'a dot too many'),
  {
    note: 'a character twice in an RSA signature',
    token: `${rsaGood.slice(0, -100)}${rsaGood.slice(-101)}`,
    keys: [rsa],
    expect: { code: 'token-character-damaged', key: 'web', repaired: rsaGood },
  },
  mended('token-escaped', good.replace('.', '\\u002e').slice(0, -12), 'escaped and cut', ['token-truncated']),
  mended('token-surrounded', `Bearer ${good.slice(0, -12)}`, 'behind its scheme and cut', [
    'token-truncated',
  ]),
  mended('token-surrounded', `Bearer ${flipAt(good, letterInSignature)}`, 'and damaged', [
    'token-character-damaged',
  ]),
  mended('token-surrounded', `const token = "${wrapped(good, 60, '" +\n    "')}";`, 'an assignment', [
    'token-split',
  ]),
  mended(
    'token-url-encoded',
    `Authorization%3A%20Bearer%20${good.replaceAll('.', '%2E')}`,
    'a whole header',
    ['token-surrounded'],
  ),
  mended('token-url-encoded', `Bearer%20${wrapped(good, 50, '%0A')}`, 'with its line ends', [
    'token-surrounded',
    'token-split',
  ]),
  mended('token-base64-wrapped', Buffer.from(`${good}\n`).toString('base64'), 'with the line end of echo', [
    'token-surrounded',
  ]),
  {
    note: 'a variable of an environment file',
    token: `Bearer ${good}`,
    keys: [env('app', `"${text}"`)],
    expect: { code: 'token-surrounded', key: 'app', repaired: good },
  },
];

/** A token whose octets need the characters that the alphabets do not share. */
function standardAlphabet(): readonly Broken[] {
  for (let count = 0; ; count++) {
    const token = signed(hs, { ...claims, count }, text);
    const keys = [app];
    const expect = { code: 'token-standard-base64' as const, key: 'app', repaired: token };
    if (!token.includes('_') || !token.includes('-')) continue;
    const plus = token.replaceAll('-', '+').replaceAll('_', '/');
    return [
      { note: 'the standard alphabet', token: plus, keys, expect },
      { note: 'spaces in the place of plus', token: plus.replaceAll('+', ' '), keys, expect },
      {
        note: 'standard and padded',
        token: plus.split('.').map(padded).join('.'),
        keys,
        expect: {
          ...expect,
          also: token.split('.').every((part) => part.length % 4 === 0) ? [] : ['token-padded'],
        },
      },
    ];
  }
}

function neighboursSwapped(): readonly Broken[] {
  const at = good.length - 20;
  return good.charAt(at) === good.charAt(at + 1)
    ? []
    : [mended('token-character-damaged', swapAt(good, at), 'two neighbours swapped')];
}
