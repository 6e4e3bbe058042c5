import { signatureHeaders } from '../../core/jose/headers';
import type { KeySummary } from '../../core/keys/key';
import { keyFormatWording, keyName, keyOriginText } from '../../core/present/keyWording';
import { keyMatchWording } from '../../core/present/reportWording';
import { signatureAnswer } from '../../core/present/signatureText';
import type { SignatureAnswer } from '../../core/verify/report';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { labels } from '../labels';
import { partLabels } from '../partLabels';
import { foldedText } from '../parts/foldedText';
import { growingList } from '../parts/growingList';
import { section } from '../parts/section';
import { statusLine } from '../parts/statusLine';
import type { ShownInspection } from '../state';
import { ownHeaders, partTitle } from './ownHeaders';
import { reportIn } from './verdictView';
import { signatureButtons } from './signatureButtons';

const icons = { pass: 'passed', fail: 'failed', unknown: 'unknown', notAsked: 'unknown' } as const;

/** What is known of the signature, which key said so, where that key is from and why it was chosen; and how to ask again. */
export function signatureView(context: PageContext, shown: ShownInspection): HTMLElement {
  const { verification } = shown;
  const report = reportIn(verification);
  const part = shown.inspection.form === 'encrypted' ? 'authenticationTag' : 'signature';
  const list = element('ul', { class: 'list' });
  const behind = report
    ? growingList(context, 'signatures', list, report.signatures, (answer, index) =>
        answerView(context, shown, answer, index),
      )
    : undefined;
  return section(
    { id: 'signature', title: say(context, labels.signature), part },
    [],
    verification.status === 'pending' ? statusLine('pending', say(context, labels.verifying)) : undefined,
    verification.status === 'failed' ? statusLine('failed', say(context, labels.notVerified)) : undefined,
    report ? [list, behind] : undefined,
    element('div', { class: 'buttons' }, signatureButtons(context, shown)),
  );
}

function answerView(
  context: PageContext,
  { token }: ShownInspection,
  answer: SignatureAnswer,
  index: number,
): HTMLElement {
  const { status, text } = signatureAnswer(answer, context.words);
  const signature = token.kind === 'jws' ? token.signatures[index] : undefined;
  const headers = signature ? signatureHeaders(signature) : [];
  // One signature has its header in a table below; of several each has its own.
  const isGeneral = token.kind === 'jws' && token.serialization === 'general';
  const title = say(context, partLabels.signature, { count: index + 1 });
  return element(
    'li',
    {},
    isGeneral ? element('h3', {}, partTitle(title, headers)) : undefined,
    statusLine(icons[status], text),
    answer.status === 'valid' ? keyFacts(context, answer.key, `key ${index}`, answer.chosenBy) : undefined,
    answer.status === 'invalid' ? keysTried(context, answer.tried, index) : undefined,
    isGeneral ? ownHeaders(context, `signature ${index}`, headers) : undefined,
  );
}

function keyFacts(
  context: PageContext,
  key: KeySummary,
  fold: string,
  chosenBy?: keyof typeof keyMatchWording,
): HTMLElement {
  const { translate } = context.words;
  const fact = (label: string, value: string | undefined, isCode = false): Child =>
    value === undefined
      ? undefined
      : element(
          'div',
          {},
          element('dt', {}, say(context, label)),
          element(
            'dd',
            { class: isCode ? 'value' : undefined },
            foldedText(context, `${fold} ${label}`, value),
          ),
        );
  return element(
    'dl',
    { class: 'key-facts' },
    fact(labels.key, keyName(key, translate)),
    fact(labels.keyKind, keyKind(context, key)),
    fact(labels.keyFrom, keyOriginText(key.origin, translate)),
    chosenBy && fact(labels.keyChosen, say(context, keyMatchWording[chosenBy])),
    fact(labels.keyId, key.kid, true),
    fact(labels.keyThumbprint, key.thumbprint, true),
  );
}

/** `RSA, 2048 bits, certificate (X.509)` */
function keyKind(context: PageContext, { kty, crv, bits, format }: KeySummary): string {
  const size = crv === undefined ? [kty, say(context, labels.bits, { count: bits })] : [kty, crv];
  return [...size, say(context, keyFormatWording[format])].join(', ');
}

function keysTried(context: PageContext, tried: readonly KeySummary[], index: number): Child {
  if (tried.length === 0) return undefined;
  const list = element('ul', { class: 'keys-tried' });
  const behind = growingList(context, `tried ${index}`, list, tried, (key, at) =>
    element('li', {}, keyFacts(context, key, `tried ${index}.${at}`)),
  );
  return [element('h3', { class: 'quiet' }, say(context, labels.keysTried)), list, behind];
}
