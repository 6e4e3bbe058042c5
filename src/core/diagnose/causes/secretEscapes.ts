import { decodePercent } from '../../encoding/percent';
import type { SecretForm } from '../secretForm';
import { secretForm } from '../secretForm';
import { unescapeText } from './unescapeText';

/** Row 27: the syntax of environment files, and escapes, as another reader takes them. */
export function* otherEscapes(form: SecretForm): Generator<SecretForm> {
  const { text, encoding, raw } = form;
  const bases = raw === undefined ? (text === undefined ? [] : [text]) : envReadings(raw);
  for (const base of new Set(bases))
    for (const changed of escapings(base)) if (changed !== '') yield secretForm(changed, encoding);
}

/** What readers of environment files make of a right-hand side: all of it, without its quotes, up to a comment. */
function envReadings(raw: string): readonly string[] {
  const whole = raw.trim();
  const comment = whole.search(/\s#/);
  const cut = comment < 0 ? whole : whole.slice(0, comment).trim();
  const inner = [whole, cut].flatMap((text) => insideQuotes(text) ?? []);
  return [whole, cut, ...inner];
}

/** What stands between the quotes of a text, as it is written; undefined where it is not in quotes. */
export function insideQuotes(text: string): string | undefined {
  return /^(["'`])([^]*)\1$/.exec(text)?.[2];
}

function* escapings(text: string): Generator<string> {
  yield text;
  if (text.includes('\\')) {
    yield unescapeText(text);
    yield text.replaceAll('\\$', '$');
  }
  if (text.includes('%')) yield decodePercent(text).text;
  if (text.includes('$')) {
    yield text.replace(/\$\{[^}]{0,256}\}|\$[A-Za-z_]\w*/g, '');
    yield text.replace(/\$\{[^}]{0,256}\}/g, '');
    yield text.replaceAll('$$', '$');
  }
  if (/[\r\n]/.test(text)) {
    yield text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
    yield text.replace(/\r?\n/g, '\\n');
  }
}
