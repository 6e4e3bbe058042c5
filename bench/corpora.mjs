import { randomFrom } from '../test/fuzz/random.mjs';

const words = (
  'request handler finished user session cache miss hit timeout retry connection closed by peer database query took ' +
  'loading module index started worker thread queue depth message published consumer offset partition Java Jetty JSON ' +
  'key service young day may yes why history Yarn Wednesday January job joined JIT GC pause heap region'
).split(' ');
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
  '{\n  "alg": "HS256",\n  "typ": "JWT"\n}',
].map(encoded);

function text64(random, length) {
  let text = '';
  for (let index = 0; index < length; index++) text += alphabet[random.below(64)];
  return text;
}

function token(random) {
  const header = random.pick(headers);
  if (header === headers[8])
    return `${header}..${text64(random, 16)}.${text64(random, 120)}.${text64(random, 22)}`;
  const claims = {
    iss: 'https://auth.example/',
    sub: `u|${random.below(1e6)}`,
    exp: 1.7e9 + random.below(1e6),
  };
  return `${header}.${encoded(claims)}.${text64(random, random.pick([43, 43, 86, 342]))}`;
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
