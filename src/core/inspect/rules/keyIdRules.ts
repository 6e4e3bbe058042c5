import { cut, findingIf, type Rule, type RuleInput } from './rule';

/** Of a longer key id only the beginning is looked at. */
const looked = 1024;

const start = ({ kid = '' }: RuleInput): string => kid.slice(0, looked);
const details = ({ kid = '', headerSpan }: RuleInput) =>
  ({ span: headerSpan, subject: 'kid', facts: { kid: cut(kid) }, reference: 'RFC 8725 §3.10' }) as const;

/** `../../dev/null`, `/etc/passwd`, `C:\keys\a.pem`: an attempt to have the reader open a file of the sender's choice. */
export const kidLooksLikePath: Rule = (input) => {
  const kid = start(input);
  const isPath =
    /\.\.[/\\]|%2e%2e|\0|^~?\/(?:[\w.-]+\/)+[\w.-]+$|^[a-z]:[\\/]|^\\\\|^file:/i.test(kid) &&
    // Standard base64 of a thumbprint may begin with a slash, and Cognito's key ids do.
    !/^[\w+/]{27,}=+$/.test(kid);
  return findingIf(isPath, 'kidLooksLikePath', 'warning', details(input));
};

/** A quote followed by SQL, or a UNION: an attempt to have the reader's query return a key of the sender's choice. */
export const kidLooksLikeSql: Rule = (input) =>
  findingIf(
    /['"`;]\s{0,9}(?:or|and|union|select|insert|update|delete|drop|limit)\b|['"`;)]\s{0,9}--|\bunion\s{1,9}(?:all\s{1,9})?select\b/i.test(
      start(input),
    ),
    'kidLooksLikeSql',
    'warning',
    details(input),
  );

/** Key vaults name keys by address, so this need not be an attack; a reader that fetches it makes it one. */
export const kidLooksLikeUrl: Rule = (input) =>
  findingIf(
    /^(?:https?|ftps?|ldaps?|jdbc|gopher):/i.test(start(input)),
    'kidLooksLikeUrl',
    'information',
    details(input),
  );
