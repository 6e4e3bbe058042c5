import { expectedFaultText } from '../../core/present/expectationWording';
import type { Expected, ExpectedFault } from '../../core/verify/expected';
import { say, type PageContext } from '../context';
import { element, on, setText } from '../dom';
import { expectationFields, fieldLabels, fieldText, readFields } from '../expectationFields';
import { expectationLabels } from '../expectationLabels';
import { fold } from '../parts/jsonValue';

type Field = (typeof expectationFields)[number];
type Input = HTMLInputElement | HTMLTextAreaElement;

/** Milliseconds of rest after which what was typed is asked. */
const rest = 350;
/** Tells the fields that what was typed is to be looked at now. */
const settle = 'settle';

/** What is expected of the token, to be changed in place: what is typed is asked as soon as it can be, faults are told beside it. */
export function expectationForm(context: PageContext, form: Expected): HTMLElement {
  return element(
    'div',
    { class: 'expectation-form' },
    fold(context, 'expectations', say(context, expectationLabels.form), () => [fields(context, form)]),
  );
}

function fields(context: PageContext, form: Expected): HTMLElement {
  const inputs = new Map<keyof Expected, Input>();
  const rows = expectationFields.map((field) => {
    const input = inputOf(field, form);
    inputs.set(field.name, input);
    return row(context, field, input);
  });
  const made = element(
    'div',
    { class: 'fields', role: 'group', 'aria-label': say(context, expectationLabels.form) },
    element('p', { class: 'quiet fields-hint' }, say(context, expectationLabels.hint)),
    rows,
  );
  let timer: number | undefined;
  let asked = JSON.stringify(readAll(inputs).expected);
  const ask = (): void => {
    clearTimeout(timer);
    const { expected, faults } = readAll(inputs);
    tellFaults(context, inputs, faults);
    const text = JSON.stringify(expected);
    // A form that is on the page no longer speaks of a token that is shown no longer.
    if (faults.length > 0 || text === asked || !made.isConnected) return;
    asked = text;
    void context.actions.setExpected(expected);
  };
  on(made, 'input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, rest);
  });
  // Not when a field is left: what is told beside it would move the button away from under a press.
  return on(made, settle, ask);
}

function readAll(inputs: ReadonlyMap<keyof Expected, Input>): ReturnType<typeof readFields> {
  return readFields(Object.fromEntries([...inputs].map(([name, { value }]) => [name, value])));
}

function inputOf(field: Field, form: Expected): Input {
  const { name, kind } = field;
  const text = fieldText(field, form);
  const shared = {
    id: `expected-${name}`,
    class: 'field-input',
    'data-key': `expected ${name}`,
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    'aria-describedby': `expected-${name}-hint expected-${name}-fault`,
  };
  const input =
    kind === 'list'
      ? element('textarea', { ...shared, rows: Math.min(6, text.split('\n').length) })
      : element('input', { ...shared, type: 'text', inputmode: kind === 'seconds' ? 'decimal' : undefined });
  input.value = text;
  return input;
}

function row(context: PageContext, { name }: Field, input: Input): HTMLElement {
  const { label, hint } = fieldLabels[name];
  return element(
    'div',
    { class: 'field' },
    element('label', { for: input.id }, say(context, label)),
    element(
      'div',
      {},
      input,
      element('p', { class: 'quiet field-hint', id: `${input.id}-hint` }, hint && say(context, hint)),
      element('p', { class: 'field-fault', id: `${input.id}-fault`, 'aria-live': 'polite' }),
    ),
  );
}

function tellFaults(
  context: PageContext,
  inputs: ReadonlyMap<keyof Expected, Input>,
  faults: readonly ExpectedFault[],
): void {
  for (const [name, input] of inputs) {
    const fault = faults.find(({ field }) => field === name);
    const told = fault && [
      expectedFaultText(fault, context.words.translate),
      say(context, expectationLabels.notAsked),
    ];
    tellFault(input, told?.join(' '));
  }
}

function tellFault(input: Element, text: string | undefined): void {
  const line = document.getElementById(`${input.id}-fault`);
  if (line) setText(line, text ?? '');
  if (text === undefined) input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
}

/** Leads to the first field that is not right yet; the issuer where a profile would have none. False where all is well. */
export function leadToFault(context: PageContext, expected: Expected): boolean {
  const form = document.querySelector<HTMLDetailsElement>('.expectation-form details');
  // What was typed just now is looked at first.
  form?.querySelector('.fields')?.dispatchEvent(new Event(settle));
  const faulty = form?.querySelector<HTMLElement>('[aria-invalid]');
  if (!faulty && expected.issuer !== undefined) return false;
  if (form) form.open = true;
  // A form that was never unfolded is filled when it hears that it is.
  requestAnimationFrame(() => {
    const target = faulty ?? document.getElementById('expected-issuer');
    if (!target) return;
    if (!faulty)
      tellFault(
        target,
        expectedFaultText({ code: 'expected.issuerMissing', facts: {} }, context.words.translate),
      );
    target.focus();
  });
  return true;
}
