import { readBase64url } from '../../encoding/base64url';
import { utf8Text } from '../../encoding/utf8';

/** Row 3: what a text without a dot decodes to from base64, once or twice; white space and quotes do not count. */
export function* withoutWrapping(text: string): Generator<string> {
  let current = text;
  for (let times = 0; times < 2; times++) {
    const bare = current.replace(/[\s"'`]+/g, '');
    if (bare.length < 20 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(bare)) return;
    const decoded = utf8Text(readBase64url(bare).bytes);
    if (decoded === undefined) return;
    yield (current = decoded);
  }
}
