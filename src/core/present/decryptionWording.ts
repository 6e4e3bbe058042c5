import type { DecryptionAnswer, UndecryptedReason } from '../decrypt/decryptionAnswer';
import type { Answer } from './answer';
import { keyInSentence } from './keyWording';
import { keyFaultWording } from './reportWording';
import { wordFor } from './typeWording';
import { word, type Facts, type Template, type Words } from './wording';

/** The answer to “can it be read?” for an encrypted token. Decrypted is not verified: whoever has the public key could have encrypted it. */
export const decryptionWording = {
  decrypted: 'Decrypted with {key} ({origin})',
  decryptedWithPassword: 'Decrypted with the password',
  failed: 'Not decrypted: {reason}',
  unsigned: 'Who wrote it is not proven: anyone with the public key can encrypt.',
} as const satisfies Record<string, Template>;

/** Why nothing was decrypted, and what would help. */
export const undecryptedWording: Readonly<Record<UndecryptedReason['code'], Template>> = {
  noKeys: 'no key known; add one',
  workspaceNotTrusted: 'keys of this folder are not read until you trust it',
  noFittingKey: {
    one: 'the one key known does not fit {alg}; add a private key or secret',
    other: 'none of {count} known keys fits {alg}; add a private key or secret',
  },
  malformed: 'it is not a whole encrypted token',
  criticalMalformed: 'the header’s “crit” cannot be obeyed',
  criticalUnknown: 'the header demands “{name}”, which is not understood here',
  algMissing: 'the header names no algorithm',
  algUnknown: 'the algorithm “{alg}” is not known here',
  algUnavailable: 'the algorithm {alg} cannot be computed in this host',
  encMissing: 'the header does not say how the content is encrypted (“enc”)',
  encUnknown: 'the content encryption “{enc}” is not known here',
  zipUnknown: 'the compression “{zip}” is not known here',
  parameterInvalid: '“{name}” is missing or not as the algorithm needs it',
  needsConsent: 'its password asks for {iterations} rounds; {limit} are done without asking',
  keyUnusable: 'the key cannot be used: {problem}',
  notDecryptable: 'no key tried opens it, or it was changed',
  inflationTooLarge: 'its content would unpack to more than {limit} bytes',
  inflationMalformed: 'its compressed content is damaged',
  stopped: {
    one: 'stopped after one key',
    other: 'stopped after {count} keys',
  },
};

/** What came of decrypting, in one sentence. */
export function decryptionAnswer(answer: DecryptionAnswer, words: Words): Answer {
  const { translate } = words;
  if (answer.status === 'failed') {
    const reason = undecryptedText(answer.reason, words);
    return { status: 'unknown', text: word(translate, decryptionWording.failed, { reason }) };
  }
  if (!answer.key) return { status: 'pass', text: word(translate, decryptionWording.decryptedWithPassword) };
  const facts = { ...keyInSentence(answer.key, translate) };
  return { status: 'pass', text: word(translate, decryptionWording.decrypted, facts) };
}

/** Why nothing was decrypted, and what would help: the end of a sentence. */
export function undecryptedText(reason: UndecryptedReason, { translate }: Words): string {
  return word(translate, undecryptedWording[reason.code], factsOf(reason, { translate }));
}

function factsOf(reason: UndecryptedReason, { translate }: Words): Facts {
  if (reason.code === 'keyUnusable') return { problem: wordFor(keyFaultWording, reason.fault, translate) };
  const { code, ...facts } = reason;
  const count = code === 'noFittingKey' ? reason.known : code === 'stopped' ? reason.tried : undefined;
  return { ...facts, ...(count === undefined ? {} : { count }) };
}
