import type { AuditGroup } from '../audit/auditEntry';

/** What the groups of found tokens are called. */
export const auditGroupWording: Readonly<Record<AuditGroup, string>> = {
  live: 'In force',
  unsecured: 'Unsecured',
  unknown: 'Not readable',
  expired: 'Expired',
  test: 'In tests and samples',
};

/** What a report says. */
export const auditWording = {
  title: 'Tokens in the workspace',
  summary: {
    one: '{count} token in {files} files, as of {date}. Tokens are masked.',
    other: '{count} tokens in {files} files, as of {date}. Tokens are masked.',
  },
  cut: 'There are more; the search ended at its limits.',
  none: 'No tokens were found.',
  place: 'Place',
  token: 'Token',
  algorithm: 'Algorithm',
  issuer: 'Issuer',
  expires: 'Expires',
  rules: 'Rules',
  noIssuer: 'no issuer',
} as const;
