import { randomFrom } from '../test/fuzz/random.mjs';

const words = (
  'request handler finished user session cache miss hit timeout retry connection closed by peer database query took ' +
  'loading module index started worker thread queue depth message published consumer offset partition key service ' +
  'young day may yes why history heap region context fixed exceeded maximum text box size next retrying job joined'
).split(' ');
/** Now and then a line has one of these: the letters a search for tokens stumbles over. */
const names =
  'Java Jetty JSON Yarn Wednesday January JIT GC YAML JwtFilter XML WebSocket FileSystem Zone YES'.split(' ');
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const encoded = (value) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Headers as issuers write them, with the encoded `"alg"` in each of its three forms; every tenth begins otherwise than `eyJ`. */
const headers = [
  { alg: 'HS256', typ: 'JWT' },
  { typ: 'JWT', alg: 'HS256' },
  { alg: 'RS256', kid: '2024-01', typ: 'JWT' },
  { kid: 'a1', alg: 'ES256' },
  { kid: 'a12', alg: 'RS256', typ: 'at+jwt' },
  { alg: 'ES256', typ: 'JWT', kid: '7b9c' },
  { alg: 'EdDSA' },
  { typ: 'JWT', alg: 'RS256', x5t: 'Hjd7-s0HQmLIs0cHbSpkJ7bFjzM' },
  { alg: 'dir', enc: 'A256GCM' },
  { alg: 'ES256', typ: 'dc+sd-jwt' },
  '{\n  "alg": "HS256",\n  "typ": "JWT"\n}',
].map(encoded);

function text64(random, length) {
  let text = '';
  for (let index = 0; index < length; index++) text += alphabet[random.below(64)];
  return text;
}

const disclosure = encoded(['2GLC42sKQveCfGfryNRN9w', 'given_name', 'Jess']);

/** What follows each header; a JWS where nothing is said. */
const tails = {
  [encoded({ alg: 'dir', enc: 'A256GCM' })]: (random) =>
    `..${text64(random, 16)}.${text64(random, 120)}.${text64(random, 22)}`,
  [encoded({ alg: 'ES256', typ: 'dc+sd-jwt' })]: (random) =>
    `${jwsTail(random, 86)}~${disclosure}~${disclosure}~`,
};

function jwsTail(random, length) {
  const claims = {
    iss: 'https://auth.example/',
    sub: `u|${random.below(1e6)}`,
    exp: 1.7e9 + random.below(1e6),
  };
  return `.${encoded(claims)}.${text64(random, length)}`;
}

function token(random) {
  const header = random.pick(headers);
  return header + (tails[header]?.(random) ?? jwsTail(random, random.pick([43, 43, 86, 342])));
}

function two(number) {
  return String(number).padStart(2, '0');
}

function logLine(random) {
  const time = `2024-03-01T12:${two(random.below(60))}:${two(random.below(60))}.${random.below(900) + 100}Z`;
  const level = random.pick(['INFO', 'INFO', 'INFO', 'DEBUG', 'WARN', 'ERROR']);
  const source = `[http-nio-8080-exec-${random.below(20)}] c.a.s.${random.pick(['RequestFilter', 'UserService', 'CacheManager'])}`;
  let message = '';
  for (let count = 4 + random.below(12); count > 0; count--) message += ` ${random.pick(words)}`;
  if (random.below(20) === 0) message += ` ${random.pick(names)}`;
  return `${time} ${level} ${source} :${message} id=${random.below(1e9).toString(16)}`;
}

function jsonLine(random) {
  return JSON.stringify({
    time: `2024-03-01T12:${two(random.below(60))}:00Z`,
    level: random.pick(['info', 'debug', 'warn']),
    msg: `${random.pick(words)} ${random.pick(words)} ${random.pick(words)}`,
    user: { id: random.below(1e6), name: random.pick(words) },
    tags: [random.pick(words), random.pick(words)],
  });
}

/**
 * A log of about that many characters with a token in every so many (0: none): its text, and where each token was put.
 * The same seed gives the same log.
 */
export function makeLog({ seed, length, every, line = logLine }) {
  const random = randomFrom(seed);
  const blocks = [];
  const planted = [];
  let block = '';
  let offset = 0;
  for (let next = every; offset < length;) {
    let text = line(random);
    if (every > 0 && offset >= next) {
      const value = token(random);
      const [before, after] = random.pick([
        [' token=', ''],
        [' "', '"'],
        [' Bearer ', ','],
        [' (', ').'],
      ]);
      planted.push({ start: offset + text.length + before.length, length: value.length });
      text += before + value + after;
      next += every;
    }
    block += `${text}\n`;
    offset += text.length + 1;
    if (block.length > 1 << 20) {
      blocks.push(Buffer.from(block, 'latin1'));
      block = '';
    }
  }
  const bytes = Buffer.concat([...blocks, Buffer.from(block, 'latin1')]);
  // Read back from octets: a flat string of one byte a character, as a document's text is.
  return { bytes, text: bytes.toString('latin1'), planted };
}

export { jsonLine };
