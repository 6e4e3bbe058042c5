import type { JsonNode } from '../../encoding/jsonNode';
import { headerText } from '../../jose/headers';
import { cut, finding, findingIf, type Rule } from './rule';

/** Values looked at in one claims set at most, nested ones counted. */
const mostValues = 2000;
/** Names told in one finding at most. */
const mostNames = 8;

/** Claims that tell of a person, without separators. A name or nickname alone is what tokens are for. */
const personal: ReadonlySet<string> = new Set([
  ...['email', 'mail', 'emails', 'emailaddress', 'phone', 'phonenumber', 'mobile', 'msisdn'],
  ...[
    'address',
    'streetaddress',
    'postaladdress',
    'birthdate',
    'birthday',
    'dateofbirth',
    'dob',
    'placeofbirth',
  ],
  ...[
    'ssn',
    'socialsecuritynumber',
    'nationalid',
    'passportnumber',
    'taxid',
    'iban',
    'creditcard',
    'cardnumber',
  ],
  ...['ipaddr', 'ipaddress', 'gender', 'nationality', 'nationalities'],
]);

/** Claims that hold what nobody but their owner should know. */
const secret: ReadonlySet<string> = new Set([
  ...['password', 'passwd', 'pwd', 'passphrase', 'secret', 'clientsecret', 'apikey', 'apisecret'],
  ...['privatekey', 'secretkey', 'secretaccesskey', 'accesskey', 'refreshtoken', 'connectionstring'],
]);

/** Values that are credentials whatever they are called: PEM private keys, and keys of services by their prefix. */
const secretValue =
  /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY-----|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[opsur]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{40}|\bxox[abprs]-[A-Za-z0-9-]{10}|\bsk_live_[A-Za-z0-9]{16}/;

/** Of a longer value only the beginning is looked at. */
const lookedAt = 4096;

const bare = (name: string): string =>
  name
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
const isFilled = (node: JsonNode): boolean =>
  node.type !== 'null' && !(node.type === 'string' && node.value === '');
const isCredential = (name: string, value: JsonNode): boolean =>
  value.type === 'string' &&
  ((secret.has(bare(name)) && value.value !== '') || secretValue.test(value.value.slice(0, lookedAt)));

/** A payload is readable by whoever holds the token. */
export const personalData: Rule = ({ claims, payloadSpan }) =>
  listed(
    namesWhere(claims, (name, value) => personal.has(bare(name)) && isFilled(value)),
    (facts, subject) =>
      findingIf(true, 'personalData', 'hint', {
        span: payloadSpan,
        subject,
        facts,
        reference: 'RFC 7519 §12',
      }),
  );

export const credential: Rule = ({ claims, payloadSpan }) =>
  listed(namesWhere(claims, isCredential), (facts, subject) =>
    findingIf(true, 'credential', 'warning', {
      span: payloadSpan,
      subject,
      facts,
      reference: 'RFC 7519 §12',
    }),
  );

function listed<Result>(
  names: readonly string[],
  tell: (facts: { readonly names: string; readonly count: number }, subject: string) => readonly Result[],
): readonly Result[] {
  const [subject] = names;
  if (subject === undefined) return [];
  const shown = names.slice(0, mostNames).join(', ');
  return tell({ names: cut(shown), count: names.length }, cut(subject));
}

/** Names of members, nested ones included, for which the test holds; each once, in written order. Values are never told. */
function namesWhere(root: JsonNode | undefined, test: (name: string, value: JsonNode) => boolean): string[] {
  const names = new Set<string>();
  const waiting: JsonNode[] = root ? [root] : [];
  let seen = 0;
  for (let node = waiting.pop(); node && seen < mostValues; node = waiting.pop()) {
    if (node.type === 'array') for (const item of node.items.slice(0, mostValues)) waiting.push(item);
    if (node.type !== 'object') continue;
    for (const { name, value } of node.members.slice(0, mostValues)) {
      if (++seen > mostValues) break;
      if (test(name, value)) names.add(name);
      if (value.type === 'array' || value.type === 'object') waiting.push(value);
    }
  }
  return [...names];
}

/** A compact token, whole and alone in a text. */
const compactToken = /^ey[\w-]{8,}\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/;
/** A token longer than this, inside another, is not looked for. */
const longestNested = 65_536;

/** RFC 7519 §5.2: tokens inside tokens, as payload or in a claim. */
export const nestedToken: Rule = ({ token, headers, claims, headerSpan, payloadSpan }) => {
  const isToken = (text: string): boolean => text.length <= longestNested && compactToken.test(text);
  const reference = 'RFC 7519 §5.2';
  if (token.kind === 'jwe')
    return findingIf(headerText(headers, 'cty')?.toLowerCase() === 'jwt', 'nestedToken', 'information', {
      span: headerSpan,
      subject: 'cty',
      facts: { place: 'ciphertext', name: '' },
      reference,
    });
  if (token.kind === 'jws' && isToken(token.payload.text))
    return [
      finding('nestedToken', 'information', {
        span: payloadSpan,
        subject: 'payload',
        facts: { place: 'payload', name: '' },
        reference,
      }),
    ];
  return (claims?.members ?? [])
    .slice(0, mostValues)
    .filter(({ value }) => value.type === 'string' && isToken(value.value))
    .slice(0, mostNames)
    .map(({ name }) =>
      finding('nestedToken', 'information', {
        span: payloadSpan,
        subject: name,
        facts: { place: 'claim', name: cut(name) },
        reference,
      }),
    );
};
