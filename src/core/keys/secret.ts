import { readBase64url } from '../encoding/base64url';
import { utf8Bytes, type Bytes } from '../encoding/bytes';
import { decodeHex } from '../encoding/hex';
import type { SecretEncoding } from './key';
import { keyProblem, type KeyProblem } from './keyProblem';
import { looksLikeKeyText } from './looksLikeKey';

/** Text of a secret -> its octets; undefined where the text is not in that encoding. */
const decoders: Readonly<Record<SecretEncoding, (text: string) => Bytes | undefined>> = {
  utf8: utf8Bytes,
  base64: decodeEitherAlphabet,
  base64url: decodeEitherAlphabet,
  hex: (text) => decodeHex(text.replace(/^\s*0x/i, '').replace(/[\s:]/g, '')),
};

/**
 * The octets of a secret. Text in UTF-8 is taken as it is, to the last space; white space in the other encodings, padding
 * and the other alphabet of base64 are let pass. The text of a key is no secret and is refused.
 */
export function readSecret(text: string, encoding: SecretEncoding): Bytes | KeyProblem {
  if (text === '') return keyProblem('emptySecret', {});
  if (looksLikeKeyText(utf8Bytes(text))) return keyProblem('secretIsKey', {});
  const octets = decoders[encoding](text);
  if (!octets) return keyProblem('secretEncoding', { encoding });
  if (octets.length === 0) return keyProblem('emptySecret', {});
  return looksLikeKeyText(octets) ? keyProblem('secretIsKey', {}) : octets;
}

function decodeEitherAlphabet(text: string): Bytes | undefined {
  const { bytes, deviations } = readBase64url(text);
  const isWrong = deviations.foreignAt !== undefined || deviations.impossibleLength !== undefined;
  return isWrong ? undefined : bytes;
}
