/**
 * Cuts a text to so many UTF-16 units, never through a surrogate pair, and says how many are missing:
 * `abc… (+12)`. Texts that fit come back as they are. `behind`: units that would follow and were never put together.
 */
export function shorten(text: string, limit: number, behind = 0): string {
  if (text.length <= limit && behind === 0) return text;
  const end = isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}… (+${text.length - end + behind})`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
