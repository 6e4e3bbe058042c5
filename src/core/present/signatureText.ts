import type { SignatureAnswer, UnverifiableReason } from '../verify/report';
import type { Answer } from './answer';
import { keyInSentence, keyName } from './keyWording';
import { keyFaultWording, signatureWording, unverifiableWording } from './reportWording';
import { wordFor } from './typeWording';
import { word, type Facts, type Words } from './wording';

/** What is known of a token's signatures, in one sentence. “Valid” is said of nothing that was not verified. */
export function signaturesAnswer(answers: readonly SignatureAnswer[], words: Words): Answer {
  const [only] = answers;
  if (only && answers.length === 1) return signatureAnswer(only, words);
  const valid = answers.filter(isProof).length;
  const total = answers.length;
  const isFailed = answers.some(({ status }) => status === 'invalid' || status === 'unsecured');
  const status = isFailed ? 'fail' : valid === total ? 'pass' : 'unknown';
  const template = valid > 0 ? signatureWording.someValid : signatureWording.noneValid;
  return { status, text: word(words.translate, template, { count: valid, total }) };
}

/** What is known of one signature. */
export function signatureAnswer(answer: SignatureAnswer, words: Words): Answer {
  const { translate } = words;
  switch (answer.status) {
    case 'valid':
      return isProof(answer)
        ? {
            status: 'pass',
            text: word(translate, signatureWording.valid, keyInSentence(answer.key, words.translate)),
          }
        : { status: 'unknown', text: word(translate, signatureWording.matchesOwnKey) };
    case 'invalid': {
      const [key] = answer.tried;
      const facts = { count: answer.tried.length, ...(key ? keyInSentence(key, words.translate) : {}) };
      return { status: 'fail', text: word(translate, signatureWording.invalid, facts) };
    }
    case 'unsecured':
      return unsecuredAnswer(words);
    case 'unverifiable':
      return answer.reason.code === 'encrypted'
        ? encryptedAnswer(words)
        : {
            status: 'unknown',
            text: word(translate, signatureWording.unverifiable, {
              reason: reasonText(answer.reason, words),
            }),
          };
  }
}

export function unsecuredAnswer({ translate }: Words): Answer {
  return { status: 'fail', text: word(translate, signatureWording.unsecured) };
}

export function encryptedAnswer({ translate }: Words): Answer {
  return { status: 'unknown', text: word(translate, signatureWording.encrypted) };
}

export function notAskedAnswer({ translate }: Words): Answer {
  return { status: 'notAsked', text: word(translate, signatureWording.notAsked) };
}

/** Why no test took place, and what would help: the end of a sentence. */
export function reasonText(reason: UnverifiableReason, words: Words): string {
  return word(words.translate, unverifiableWording[reason.code], reasonFacts(reason, words));
}

function reasonFacts(reason: UnverifiableReason, { translate }: Words): Facts {
  if (reason.code === 'keyUnusable') {
    const problem = wordFor(keyFaultWording, reason.problem, translate);
    return { key: keyName(reason.key, translate), problem };
  }
  const { code, ...facts } = reason;
  const count = code === 'noFittingKey' ? reason.known : code === 'stopped' ? reason.tried : undefined;
  return { ...facts, ...(count === undefined ? {} : { count }) };
}

/** A key that came in the token itself proves nothing about who made it. */
function isProof(answer: SignatureAnswer): boolean {
  return answer.status === 'valid' && answer.key.origin.from !== 'token';
}
