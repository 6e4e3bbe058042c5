import { english, type Translate } from '../core/present/wording';

/** Puts templates into the language of the catalogue the host sent; what it lacks stays English. */
export function translatorOf(messages: Readonly<Record<string, string>>): Translate {
  return (template, args) =>
    english(Object.hasOwn(messages, template) ? (messages[template] ?? template) : template, args);
}
