import { encodeBase64 } from '../../encoding/base64url';
import { utf8Bytes, type Bytes } from '../../encoding/bytes';
import { derInteger, derSequence } from '../../encoding/derWriter';
import { pemText } from '../../encoding/pem';
import { isKeyProblem } from '../../keys/keyProblem';
import { spkiDer } from '../../keys/write/derKeys';
import { opensshPublicLine } from '../../keys/write/openssh';
import { withSecret, type ConfiguredKey } from '../configuredKeys';
import { octetForm } from '../secretForm';
import type { Setting, Stance } from '../stance';

/** Row 32: an HMAC keyed with the text of a public key, which everybody knows (RFC 8725 §2.1). */
export function* keyedWithPublicText(stance: Stance, { keys }: Setting): Generator<Stance> {
  if (!stance.algorithms.some(({ family }) => family === 'hmac')) return;
  for (const known of [...keys.keys, ...keys.damaged]) {
    if (known.key.material.kty === 'oct') continue;
    for (const octets of publicOctets(known)) {
      const disguised = [withSecret(known, octetForm(octets))];
      yield {
        ...stance,
        keysFor: ({ family }) => (family === 'hmac' ? disguised : []),
        strictText: undefined,
        gives: { ...stance.gives, isSecretKept: true },
      };
    }
  }
}

function* publicOctets({ key, fileText }: ConfiguredKey): Generator<Bytes> {
  const { material } = key;
  const known = new Set<string>();
  const texts: string[] = fileText === undefined ? [] : [fileText];
  const ders: Bytes[] = [];
  const spki = spkiDer(material);
  if (!isKeyProblem(spki)) {
    texts.push(pemText('PUBLIC KEY', encodeBase64(spki)));
    ders.push(spki);
  }
  if (material.kty === 'RSA') {
    const pkcs1 = derSequence(derInteger(material.n), derInteger(material.e));
    texts.push(pemText('RSA PUBLIC KEY', encodeBase64(pkcs1)));
    ders.push(pkcs1);
  }
  const line = opensshPublicLine(key);
  if (typeof line === 'string') texts.push(line);
  for (const text of texts)
    for (const written of writings(text)) {
      if (known.has(written) || written === '') continue;
      known.add(written);
      yield utf8Bytes(written);
    }
  yield* ders;
}

/** A text as it reaches a program: with or without its last line end, with other line ends, in one line, without armour. */
function* writings(text: string): Generator<string> {
  yield text;
  const bare = text.replace(/(?:\r?\n)+$/, '').replace(/\r\n?/g, '\n');
  const body = bare
    .split('\n')
    .filter((line) => !line.startsWith('-----'))
    .join('\n');
  for (const form of [bare, body]) {
    const crlf = form.replaceAll('\n', '\r\n');
    yield* [form, `${form}\n`, crlf, `${crlf}\r\n`, form.replaceAll('\n', ''), form.replaceAll('\n', ' ')];
  }
  yield bare.replaceAll('\n', '\\n');
  yield `${bare}\n`.replaceAll('\n', '\\n');
}
