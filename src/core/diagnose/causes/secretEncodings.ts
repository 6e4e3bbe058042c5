import { encodeBase64, encodeBase64url, readBase64url } from '../../encoding/base64url';
import { utf8Bytes, type Bytes } from '../../encoding/bytes';
import { decodeHex, encodeHex } from '../../encoding/hex';
import { utf8Text } from '../../encoding/utf8';
import type { SecretEncoding } from '../../keys/key';
import { decodeSecret, type SecretForm } from '../secretForm';

const given = (form: SecretForm, octets: Bytes | undefined, meant?: SecretEncoding): SecretForm[] =>
  octets && octets.length > 0
    ? [{ ...form, text: undefined, octets, ...(meant === undefined ? {} : { meant }) }]
    : [];

/** Row 19: the text decoded from base64 or base64url, white space and a leading `base64:` skipped. */
export function meantAsBase64(form: SecretForm): SecretForm[] {
  const { text } = form;
  if (text === undefined) return [];
  const bare = text.replace(/\s+/g, '').replace(/^base64:/i, '');
  const meant = /[-_]/.test(bare) ? 'base64url' : 'base64';
  return given(form, decodeSecret(bare, meant), meant);
}

/** Row 20: the text decoded from hex, white space and `0x` skipped. */
export function meantAsHex(form: SecretForm): SecretForm[] {
  const bare = form.text?.replace(/\s+/g, '').replace(/^0x/i, '');
  return given(form, bare ? decodeHex(bare) : undefined, 'hex');
}

/** Row 21: the text itself, where it is configured as encoded. */
export function meantAsText(form: SecretForm): SecretForm[] {
  const { text, encoding } = form;
  return encoding === 'utf8' || text === undefined ? [] : given(form, utf8Bytes(text), 'utf8');
}

/** Row 22: one layer of base64 or hex more or less than configured. */
export function* otherLayers(form: SecretForm): Generator<SecretForm> {
  const { text, octets } = form;
  for (const once of text === undefined ? [] : decodings(text)) {
    const inner = utf8Text(once);
    for (const twice of inner === undefined ? [] : decodings(inner)) yield* given(form, twice);
  }
  if (!octets) return;
  const [standard, url] = [encodeBase64(octets), encodeBase64url(octets)];
  const padding = '='.repeat((4 - (url.length % 4)) % 4);
  const hex = encodeHex(octets);
  for (const layer of [standard, standard.replace(/=+$/, ''), url, url + padding, hex, hex.toUpperCase()])
    yield* given(form, utf8Bytes(layer));
}

function decodings(text: string): readonly Bytes[] {
  const bare = text.replace(/\s+/g, '');
  const all = [decodeSecret(bare, 'hex'), decodeSecret(bare, 'base64') ?? decodeSecret(bare, 'base64url')];
  return all.filter((octets) => octets !== undefined);
}

/** Row 23: octets as decoders give them that pass over what is no base64. */
export function* forgivinglyDecoded(form: SecretForm): Generator<SecretForm> {
  const { text } = form;
  if (text === undefined || isWholeBase64(text)) return;
  const bare = text.trim().replace(/^(["'`])([^]*)\1$/, '$2');
  const firstPad = bare.indexOf('=');
  for (const whole of firstPad < 0 ? [bare] : [bare, bare.slice(0, firstPad)])
    for (const foreign of [/[^A-Za-z0-9+/]+/g, /[^A-Za-z0-9+/_-]+/g]) {
      const kept = whole.replace(foreign, '');
      yield* given(form, readBase64url(kept).bytes);
      yield* given(form, readBase64url(kept.slice(0, kept.length - (kept.length % 4))).bytes);
    }
}

/** Whether nothing would have to be forgiven, white space and quotes aside. Groups that end early without padding may be dropped. */
function isWholeBase64(text: string): boolean {
  const bare = text.replace(/[\s"'`]+/g, '');
  const isBase64 = (decodeSecret(bare, 'base64') ?? decodeSecret(bare, 'base64url')) !== undefined;
  return isBase64 && bare.length % 4 === 0;
}
