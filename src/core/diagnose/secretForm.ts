import { readBase64url } from '../encoding/base64url';
import { utf8Bytes, type Bytes } from '../encoding/bytes';
import { decodeHex } from '../encoding/hex';
import { utf8Text } from '../encoding/utf8';
import type { SecretEncoding } from '../keys/key';

/** A secret as text and as octets: what the causes about secrets change. */
export interface SecretForm {
  /** The text as a program gets it; undefined where the octets are no text. */
  readonly text: string | undefined;
  readonly encoding: SecretEncoding;
  /** Undefined where the text does not decode: then it is no key, and a change may make it one. */
  readonly octets: Bytes | undefined;
  /** The right-hand side in an environment file, where it comes from there. */
  readonly raw?: string;
  /** The encoding that turned out to be meant. */
  readonly meant?: SecretEncoding;
}

/** The form of a text in an encoding. */
export function secretForm(text: string, encoding: SecretEncoding, raw?: string): SecretForm {
  return { text, encoding, octets: decodeSecret(text, encoding), ...(raw === undefined ? {} : { raw }) };
}

/** The form of octets that are the secret themselves. */
export function octetForm(octets: Bytes): SecretForm {
  return { text: utf8Text(octets), encoding: 'utf8', octets };
}

/**
 * The octets of a secret's text, as programs decode it: padding optional, hex in either case, no white space, nothing
 * trimmed, one alphabet only. Undefined for what does not decode, or to nothing.
 */
export function decodeSecret(text: string, encoding: SecretEncoding): Bytes | undefined {
  const octets = decoders[encoding](text);
  return octets && octets.length > 0 ? octets : undefined;
}

const decoders: Readonly<Record<SecretEncoding, (text: string) => Bytes | undefined>> = {
  utf8: utf8Bytes,
  base64: (text) => (/^[A-Za-z0-9+/]+={0,2}$/.test(text) ? groups(text) : undefined),
  base64url: (text) => (/^[A-Za-z0-9_-]+={0,2}$/.test(text) ? groups(text) : undefined),
  hex: decodeHex,
};

/** Padding may be left out; where it stands it is whole. No number of octets gives one character over. */
function groups(text: string): Bytes | undefined {
  const characters = text.replace(/=+$/, '').length;
  if (characters % 4 === 1 || (characters !== text.length && text.length % 4 !== 0)) return undefined;
  return readBase64url(text).bytes;
}
