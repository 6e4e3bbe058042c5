import { createHmac, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document with a token that does not verify, and what is to be said and offered about it. */
export interface BrokenToken {
  readonly name: string;
  /** The document's text. */
  readonly text: string;
  /** The token in it, or what of it can be hovered. */
  readonly token: string;
  readonly says: RegExp;
  /** Where the fix is pressed; absent where the token was tampered with, and nothing is offered. */
  readonly fix?: { readonly at: 'hover' | 'panel'; readonly label: string };
}

const now = Math.floor(Date.now() / 1000);
const claims = { iss: 'https://login.example', sub: '4242', scope: 'read', iat: now, exp: now + 3600 };
const b64 = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');
const part = (value: object): string => b64(JSON.stringify(value));

function hs256(payload: object, secret: string | Uint8Array): string {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

function inPython(constant: string, token: string): string {
  return `JWT_SECRET = ${JSON.stringify(constant)}\n\ntoken = "${token}"\n`;
}

/** The signature of a token in standard base64, with characters that tell it from base64url. */
function inStandardBase64(secret: string): string {
  for (let jti = 0; ; jti++) {
    const good = hs256({ ...claims, jti: `n${jti}` }, secret);
    const signature = good.slice(good.lastIndexOf('.') + 1);
    // Long enough before the first of them to be found as a token at all; a slash would make a path of it, and one character over no base64.
    if (!/^(?:[A-Za-z0-9]{4}){8,10}-[A-Za-z0-9]*$/.test(signature)) continue;
    return good.replace(signature, signature.replace('-', '+'));
  }
}

type Fix = NonNullable<BrokenToken['fix']>;

/** A fix that puts the token's text right, or keeps the right secret. */
const repair = (at: 'hover' | 'panel'): Fix => ({ at, label: 'Repair the Token' });
const keep = (at: 'hover' | 'panel'): Fix => ({ at, label: 'Keep the Corrected Secret' });

/** Ten that are mended, and two that must not be. `keys` is the folder of the sample keys. */
export function brokenTokens(keys: string): readonly BrokenToken[] {
  const privateKey = readFileSync(join(keys, 'gateway-private.pem'), 'utf8');
  const publicKey = readFileSync(join(keys, 'gateway-public.pem'), 'utf8');
  const secrets = (name: string): string => `${name}-orchard-copper-lantern-19`;
  const input = `${part({ alg: 'ES256', typ: 'JWT' })}.${part(claims)}`;
  const der = sign('sha256', Buffer.from(input), privateKey);

  // A claims set of 3n + 2 octets, so that base64 pads it with one sign.
  const padded = [
    { ...claims, n: 1 },
    { ...claims, nn: 1 },
    { ...claims, nnn: 1 },
  ]
    .map((each) => hs256(each, secrets('padded')))
    .find((token) => token.split('.')[1]?.length % 4 === 3);
  const paddedPayload = (padded ?? '').replace(/\.([^.]*)$/, '=.$1');
  const standard = inStandardBase64(secrets('standard'));
  const hex = hs256(claims, secrets('hex-signature'));
  const [head, body, signature = ''] = hex.split('.');
  const hexSignature = `${head}.${body}.${Buffer.from(signature, 'base64url').toString('hex')}`;
  const cut = hs256(claims, secrets('cut')).slice(0, -12);
  const whole = hs256(claims, secrets('typo'));
  const typo = swapCharacter(whole, whole.lastIndexOf('.') + 9);
  const written = hs256(claims, secrets('json')).split('.');
  const spaced = b64(JSON.stringify(claims, undefined, 2));
  const anew = `${written[0]}.${spaced}.${written[2]}`;
  const original = hs256(claims, secrets('edited'));
  const [, , itsSignature] = original.split('.');
  const edited = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, scope: 'admin' })}.${itsSignature}`;
  const bytes = Buffer.from(secrets('encoded'));
  const spelt = Buffer.from(secrets('hexadecimal'));

  return [
    {
      name: 'secret-base64',
      text: inPython(bytes.toString('base64'), hs256(claims, bytes)),
      token: hs256(claims, bytes),
      says: /is base64 and was used as plain text/,
      fix: keep('hover'),
    },
    {
      name: 'secret-hex',
      text: inPython(spelt.toString('hex'), hs256(claims, spelt)),
      token: hs256(claims, spelt),
      says: /is hexadecimal and was used as plain text/,
      fix: keep('panel'),
    },
    {
      name: 'secret-blank',
      text: inPython(`${secrets('blank')} `, hs256(claims, secrets('blank'))),
      token: hs256(claims, secrets('blank')),
      says: /has blanks at its ends/,
      fix: keep('hover'),
    },
    {
      name: 'padded',
      text: inPython(secrets('padded'), paddedPayload),
      token: paddedPayload,
      says: /Padding \(=\) was added/,
      fix: repair('hover'),
    },
    {
      name: 'standard-base64',
      text: inPython(secrets('standard'), standard),
      token: standard,
      says: /standard base64, with \+ and \//,
      fix: repair('panel'),
    },
    {
      name: 'json-anew',
      text: inPython(secrets('json'), anew),
      token: anew,
      says: /parsed and written anew after signing/,
      fix: repair('panel'),
    },
    {
      name: 'signature-der',
      text: `token = "${input}.${b64(der)}"\n`,
      token: `${input}.${b64(der)}`,
      says: /ASN\.1 \(DER\) form/,
      fix: repair('hover'),
    },
    {
      name: 'signature-hex',
      text: inPython(secrets('hex-signature'), hexSignature),
      token: hexSignature,
      says: /signature was encoded once more/,
      fix: repair('panel'),
    },
    {
      name: 'cut',
      text: inPython(secrets('cut'), cut),
      token: cut,
      says: /it was cut off/,
      fix: repair('panel'),
    },
    {
      name: 'one-character',
      text: inPython(secrets('typo'), typo),
      token: typo,
      says: /One character of the token is wrong/,
      fix: repair('panel'),
    },
    {
      name: 'claims-edited',
      text: `${inPython(secrets('edited'), original)}\nforged = "${edited}"\n`,
      token: edited,
      says: /claims were changed after signing \(scope\)\. Do not accept this token/,
    },
    {
      name: 'public-key-as-secret',
      text: `token = "${hs256(claims, publicKey)}"\n`,
      token: hs256(claims, publicKey),
      says: /a public key was used as its secret\. Do not accept it/,
    },
  ];
}

function swapCharacter(text: string, at: number): string {
  const other = text[at] === 'a' ? 'b' : 'a';
  return text.slice(0, at) + other + text.slice(at + 1);
}
