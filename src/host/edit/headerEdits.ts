import { readJson } from '../../core/encoding/json';
import { memberOf } from '../../core/encoding/jsonNode';

/** The header with the key's id behind what was written, where it names none yet. */
export function withKeyId(headerText: string, kid: string | undefined): string {
  return kid === undefined ? headerText : withMember(headerText, 'kid', kid);
}

/** The header of an encrypted token that says it holds a token (RFC 7519 §5.2), where it says nothing yet. */
export function withContentType(headerText: string): string {
  return withMember(headerText, 'cty', 'JWT');
}

function withMember(headerText: string, name: string, value: string): string {
  const { node } = readJson(headerText);
  if (node?.type !== 'object' || memberOf(node, name)) return headerText;
  const separator = node.members.length === 0 ? '' : ',';
  const before = headerText.slice(0, node.span.end - 1).trimEnd();
  return `${before}${separator}${JSON.stringify(name)}:${JSON.stringify(value)}}`;
}
