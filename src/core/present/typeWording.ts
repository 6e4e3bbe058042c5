import type { SegmentName } from '../jose/problem';
import { word, type Facts, type Translate } from './wording';

/** The parts of a token, as they are called within a sentence. */
export const segmentWording: Readonly<Record<SegmentName, string>> = {
  header: 'header',
  unprotectedHeader: 'unprotected header',
  payload: 'payload',
  signature: 'signature',
  encryptedKey: 'encrypted key',
  initializationVector: 'initialization vector',
  ciphertext: 'ciphertext',
  authenticationTag: 'authentication tag',
  additionalData: 'additional data',
  disclosure: 'disclosure',
  keyBinding: 'key binding',
  unknown: 'text',
};

/** What a token can have too many of. */
export const manyWording: Readonly<Record<string, string>> = {
  signatures: 'signatures',
  recipients: 'recipients',
  disclosures: 'disclosures',
};

/** What a JSON value is or should be, by the names that core has for it. */
export const typeWording: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
  undefined: 'nothing',
  absent: 'absent',
  'array of strings': 'a list of texts',
  'array of string': 'a list of texts',
  'array of number': 'a list with a number in it',
  'array of boolean': 'a list with true or false in it',
  'array of object': 'a list with an object in it',
  'array of array': 'a list with a list in it',
  'array of null': 'a list with null in it',
  'positive integer': 'a whole number above zero',
  text: 'text',
  uri: 'an address',
  date: 'a number of seconds since 1970',
  flag: 'true or false',
  list: 'a list',
  texts: 'a list of texts',
  textOrTexts: 'text or a list of texts',
  any: 'anything',
};

/** What JSON could have gone on with where reading stopped. */
export const jsonExpectationWording: Readonly<Record<string, string>> = {
  value: 'a value',
  'value or ]': 'a value or “]”',
  name: 'a name in quotes',
  'name or }': 'a name in quotes or “}”',
  colon: 'a colon',
  'comma or ]': 'a comma or “]”',
  'comma or }': 'a comma or “}”',
  end: 'the end',
  digit: 'a digit',
  escape: 'an escape such as \\n',
  'hex digit': 'a hexadecimal digit',
  quote: 'a closing quote',
  'escaped control character': 'an escape instead of a control character',
};

/** What is wrong with a `crit` list. */
export const criticalWording: Readonly<Record<string, string>> = {
  empty: 'it is empty',
  repeated: 'it names one parameter twice',
  registered: 'it names a parameter that every reader understands anyway',
  'element number': 'it has a number in it',
  'element boolean': 'it has true or false in it',
  'element object': 'it has an object in it',
  'element array': 'it has a list in it',
  'element null': 'it has null in it',
};

/** What is wrong with a disclosure. */
export const disclosureWording: Readonly<Record<string, string>> = {
  repeated: 'it is there twice',
  empty: 'it is empty',
  base64url: 'it is not base64url',
  utf8: 'it is not UTF-8 text',
  json: 'it is not JSON',
  notArray: 'it is no list',
  length: 'it has not two or three elements',
  salt: 'its salt is no text',
  name: 'its name is no text',
  reservedName: 'its name is reserved',
};

/** The word of a table for a code; a code the table does not have stands for itself. */
export function wordFor(
  table: Readonly<Record<string, string>>,
  code: string | number | undefined,
  translate: Translate,
): string {
  if (typeof code !== 'string') return String(code ?? '');
  const template = Object.hasOwn(table, code) ? table[code] : undefined;
  return template === undefined ? code : word(translate, template);
}

/** Facts with the ones that are codes put into words. */
export function wordFacts(
  facts: Facts,
  tables: Readonly<Record<string, Readonly<Record<string, string>>>>,
  translate: Translate,
): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
      return [name, table ? wordFor(table, fact, translate) : fact];
    }),
  );
}
