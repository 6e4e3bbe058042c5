import type { Template } from '../core/present/wording';

/** What tokens with several signatures, recipients or disclosures are told with, in English. */
export const partLabels = {
  signature: 'Signature {count}',
  recipients: 'Recipients',
  recipient: 'Recipient {count}',
  protectedHeader: 'Protected header',
  ownHeader: 'Unprotected header',
  trying: 'Trying the keys at hand…',
} as const satisfies Record<string, Template>;
