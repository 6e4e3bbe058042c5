import type { Noticed } from './diagnosis';
import type { ConfiguredKeys } from './configuredKeys';
import { segmentOctets, type TokenParts } from './parts';

/** What looks suspicious about a token and the secrets, and proves nothing. */
export function noticedOf(parts: TokenParts | undefined, { secrets }: ConfiguredKeys): readonly Noticed[] {
  const found = new Set<Noticed>();
  if (parts && isDerShaped(parts)) found.add('signatureLooksDer');
  if (parts?.kid !== undefined && /[/\\]|\.\./.test(parts.kid)) found.add('kidLooksLikePath');
  if (parts?.alg?.startsWith('HS'))
    for (const { secret } of secrets) {
      const text = secret.encoding === 'utf8' ? (secret.text ?? '') : '';
      if (/^(?:[0-9a-f]{2}){16,64}$/i.test(text)) found.add('secretLooksHex');
      else if (text.length >= 24 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text))
        found.add('secretLooksBase64');
    }
  return [...found];
}

function isDerShaped({ alg, s }: TokenParts): boolean {
  const bytes = segmentOctets(s);
  const [length, rest] = bytes[1] === 0x81 ? [bytes[2], bytes.length - 3] : [bytes[1], bytes.length - 2];
  return alg?.startsWith('ES') === true && bytes[0] === 0x30 && length === rest;
}
