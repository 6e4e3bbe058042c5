import { expectedFaults, type Expected, type ExpectedFault } from '../core/verify/expected';
import type { Template } from '../core/present/wording';

/** A field of the form: a text, a list of texts with one on each line, or a number of seconds. */
interface ExpectationField {
  readonly name: keyof Expected;
  readonly kind: 'text' | 'list' | 'seconds';
}

/** The fields in the order of the form. */
export const expectationFields: readonly ExpectationField[] = [
  { name: 'issuer', kind: 'text' },
  { name: 'audience', kind: 'list' },
  { name: 'subject', kind: 'text' },
  { name: 'type', kind: 'text' },
  { name: 'algorithms', kind: 'list' },
  { name: 'required', kind: 'list' },
  { name: 'leeway', kind: 'seconds' },
  { name: 'maxAge', kind: 'seconds' },
];

/** What each field is called, and what else one should know to fill it in. */
export const fieldLabels: Readonly<
  Record<keyof Expected, { readonly label: Template; readonly hint?: Template }>
> = {
  issuer: { label: 'Issuer (iss)', hint: 'Whole, or its beginning and “*”' },
  // One match is enough, as for any recipient that has several names (RFC 7519 §4.1.3).
  audience: { label: 'Audience (aud)', hint: 'One on each line: any of them will do' },
  subject: { label: 'Subject (sub)' },
  type: { label: 'Type (typ)' },
  algorithms: { label: 'Algorithms (alg)', hint: 'One on each line' },
  required: { label: 'Claims that must be there', hint: 'One on each line' },
  leeway: { label: 'Leeway, in seconds', hint: 'By so much clocks may differ' },
  maxAge: { label: 'Greatest age, in seconds', hint: 'Counted from “iat”' },
};

/** What stands in the fields, as it was typed. */
export type FieldTexts = Readonly<Partial<Record<keyof Expected, string>>>;

/** The text a field begins with. */
export function fieldText({ name }: ExpectationField, expected: Expected): string {
  const value = expected[name];
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join('\n') : String(value);
}

/** What the fields say together, and what is wrong with each. White space around a text is a slip, and no part of it. */
export function readFields(texts: FieldTexts): {
  readonly expected: Expected;
  readonly faults: readonly ExpectedFault[];
} {
  const members: [string, unknown][] = [];
  const faults: ExpectedFault[] = [];
  for (const { name, kind } of expectationFields) {
    const text = (texts[name] ?? '').trim();
    if (text === '') continue;
    if (kind === 'seconds' && !/^\d{1,15}(?:\.\d{1,9})?$/.test(text))
      faults.push({ field: name, code: 'expected.seconds', facts: {} });
    else members.push([name, valueOf(kind, text)]);
  }
  const expected = Object.fromEntries(members) as Expected;
  return { expected, faults: [...faults, ...expectedFaults(expected)] };
}

function valueOf(kind: ExpectationField['kind'], text: string): unknown {
  if (kind === 'seconds') return Number(text);
  if (kind === 'text') return text;
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
