/** The JSON type a document asks of a value. `date` is a NumericDate in seconds, `uri` and `text` are strings. */
export type ValueType =
  'text' | 'uri' | 'number' | 'date' | 'flag' | 'object' | 'list' | 'texts' | 'textOrTexts' | 'any';

/** A claim or header parameter that a document defines. */
export interface RegisteredName {
  readonly name: string;
  /** One short English sentence; the key of the catalogue of translations. */
  readonly meaning: string;
  readonly type: ValueType;
  /** As a person cites it: `RFC 7519 §4.1.1`, `OpenID Connect Core 1.0 §5.1`. */
  readonly reference: string;
  readonly url: string;
}

/** A document that defines names. */
export interface RegistryDocument {
  readonly name: string;
  /** Where a section of it can be read. */
  url(section: string | undefined): string;
}

/** `[name, type, meaning, section?]` */
export type RegisteredRow = readonly [name: string, type: ValueType, meaning: string, section?: string];

/** The names one document defines, a row for each. */
export function registered(
  document: RegistryDocument,
  rows: readonly RegisteredRow[],
): readonly RegisteredName[] {
  return rows.map(([name, type, meaning, section]) => ({
    name,
    meaning,
    type,
    reference: section === undefined ? document.name : `${document.name} §${section}`,
    url: document.url(section),
  }));
}

export function rfc(number: number): RegistryDocument {
  return {
    name: `RFC ${number}`,
    url: (section) =>
      `https://www.rfc-editor.org/rfc/rfc${number}${section === undefined ? '' : `#section-${section}`}`,
  };
}

/** A document with one address. */
export function page(name: string, address: string): RegistryDocument {
  return { name, url: () => address };
}

/** An OpenID specification, whose sections have anchors only by title: the address leads to the whole. */
export function openid(name: string, file: string): RegistryDocument {
  return page(name, `https://openid.net/specs/${file}.html`);
}
