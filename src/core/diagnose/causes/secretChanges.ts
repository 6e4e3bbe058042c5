import { withSecret } from '../configuredKeys';
import { secretForm, type SecretForm } from '../secretForm';
import type { Stance } from '../stance';
import { utf8Text } from '../../encoding/utf8';

/** What a cause about secrets makes of one form of a secret. */
export type SecretChange = (form: SecretForm) => Iterable<SecretForm>;

/** A cause that tries each secret in the forms a change gives it. */
export function changingSecrets(change: SecretChange): (stance: Stance) => Generator<Stance> {
  return function* (stance) {
    for (const configured of stance.secrets) {
      for (const form of change(configured.secret)) {
        const changed = withSecret(configured, form);
        const keys = form.octets ? [changed] : [];
        yield {
          ...stance,
          secrets: [changed],
          keysFor: ({ family }) => (family === 'hmac' ? keys : []),
        };
      }
    }
  };
}

/**
 * The form with its text changed, in the encoding it has. A secret that is configured encoded may be damaged inside as
 * well: then the change is made to the text it decodes to.
 */
export function* withTexts(
  form: SecretForm,
  change: (text: string) => Iterable<string>,
): Generator<SecretForm> {
  const { text, encoding, octets } = form;
  if (text !== undefined) for (const changed of change(text)) yield secretForm(changed, encoding, form.raw);
  const inside = encoding === 'utf8' || !octets ? undefined : utf8Text(octets);
  if (inside !== undefined) for (const changed of change(inside)) yield secretForm(changed, 'utf8');
}
