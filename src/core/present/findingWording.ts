import type { Finding, FindingCode, Severity } from '../inspect/finding';
import type { KeyWeakness } from '../keys/key';
import { keyWeaknessText } from './keyWording';
import { typeWording, wordFacts, wordFor } from './typeWording';
import { word, type Template, type Words } from './wording';

/** What deserves a word about a token, and what to do about it. */
export const findingWording: Readonly<Record<Exclude<FindingCode, 'weakKey'>, Template>> = {
  unsecured: 'Nothing protects this token (alg “{alg}”): anyone can write one like it.',
  criticalUnknown:
    'Its header demands that readers understand “{name}”. This one does not, and must not accept it.',
  noExpiry: 'It has no “exp”, so it never expires.',
  longLifetime: 'It lasts {days} days. A token that is stolen stays useful for so long.',
  expiresBeforeIssued: 'It expires before it was issued, so it is never in force.',
  expiresBeforeValid: 'It expires before it comes into force, so it is never in force.',
  millisecondsForSeconds: '“{name}” looks like milliseconds. Times in tokens are seconds: {seconds}.',
  issuedInFuture: 'It was issued in the future. One of the two clocks is wrong.',
  clockSkew: {
    one: '“{name}” lies one second ahead: two clocks differ a little. A leeway of {leeway} s lets it pass.',
    other:
      '“{name}” lies {count} seconds ahead: two clocks differ a little. A leeway of {leeway} s lets it pass.',
  },
  kidLooksLikePath: 'Its key id looks like a path: a reader must not open files by it.',
  kidLooksLikeSql: 'Its key id looks like SQL: a reader must not put it into a query.',
  kidLooksLikeUrl: 'Its key id is an address: a reader must not fetch keys from there unasked.',
  kidDiffers: 'The key that verified it has another id than the one the token names.',
  kidAmbiguous: 'Several keys have the id that the token names. Only one should.',
  keyAlgorithmDiffers: 'The key is marked for {own}, and the token uses it for {alg}.',
  keyUseDiffers: 'The key is marked for another use (“{use}”).',
  keyOperationsDiffer: 'The key is marked for other operations ({operations}).',
  secretAmongPublicKeys:
    'The secret stands in one file with public keys. Such files are given away: keep secrets apart.',
  embeddedKey: 'It carries the key that is to verify it, which proves nothing about who made it.',
  embeddedPrivateKey:
    'It carries a private key (“{name}”): whoever reads the token can sign with that. Replace the key.',
  remoteKey: '“{name}” points to keys at {host}. Nothing is fetched from there.',
  certificateWithSecret:
    'It is signed with a secret ({alg}) and still names a certificate (“{name}”): a sign of a public key used as secret.',
  typeUnexpected: 'Its header says {name} “{value}”, which does not fit what it holds.',
  typeMissingClaims: {
    one: 'A token of type “{type}” should also have the claim {names}.',
    other: 'A token of type “{type}” should also have the claims {names}.',
  },
  nestedToken: 'Another token is inside ({place}). Inspect it on its own.',
  claimType: '“{name}” should be {expected}, and is {found}: many readers refuse that.',
  headerType: 'In the header, “{name}” should be {expected}, and is {found}.',
  personalData: 'It tells of a person to whoever holds it: {names}.',
  credential: 'It seems to carry a credential that whoever holds it can read: {names}.',
  tooLargeForCookie: 'It has {length} characters; browsers keep cookies of up to {limit}.',
  tooLargeForHeader: 'It has {length} characters; many servers refuse headers above {limit}.',
  algorithmDeprecated: 'The algorithm {alg} is no longer safe to begin with. Choose another.',
  algorithmUnknown: 'The name “{alg}” ({name}) stands for no registered algorithm.',
  algorithmMisspelt: '“{alg}” ({name}) is no registered name. Is {suggestion} meant?',
  algorithmPolymorphic: '“EdDSA” does not say which curve. Newer tokens say “Ed25519” or “Ed448”.',
  compression: 'Its content was compressed (“{zip}”). Its length can give away something of it.',
  pbes2Iterations:
    'Its key is made from a password in only {count} rounds; {minimum} are the least. It can be guessed.',
  pbes2IterationsMany:
    'Its key is made from a password in {count} rounds. That takes long, and may be meant to.',
};

/** Where a nested token stands. */
export const nestedPlaceWording: Readonly<Record<string, string>> = {
  payload: 'the payload',
  ciphertext: 'the encrypted content',
  claim: 'the claim “{name}”',
};

/** How grave a finding is: said beside the icon, never by colour alone. */
export const severityWording: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Note',
  hint: 'Hint',
};

/** The sentence for a finding: plain text with token-borne parts in it. */
export function findingText(finding: Finding, words: Words & { readonly moment: number }): string {
  const { code, facts } = finding;
  const { translate } = words;
  if (code === 'weakKey') {
    const { weakness, ...rest } = facts;
    // The facts of this finding are those of a weakness, spread out.
    return keyWeaknessText({ code: weakness, ...rest } as unknown as KeyWeakness, words);
  }
  if (code === 'nestedToken') {
    const place = word(
      translate,
      wordFor(nestedPlaceWording, facts['place'], (text) => text),
      {
        name: facts['name'] ?? '',
      },
    );
    return word(translate, findingWording.nestedToken, { place });
  }
  const worded = wordFacts(facts, { expected: typeWording, found: typeWording }, translate);
  return word(translate, findingWording[code], worded);
}
