import type { SignatureAnswer } from '../../core/verify/report';
import { say, type PageContext } from '../context';
import { labels } from '../labels';
import { button } from '../parts/button';
import type { ShownInspection } from '../state';
import { reportIn } from './verdictView';

type Remedy = 'pickKey' | 'addKey' | 'manageTrust' | 'none';

/** What helps best, by why no test took place; the rest is a matter of choosing another key. */
const remedies: Readonly<Record<string, Remedy>> = {
  noKeys: 'addKey',
  noFittingKey: 'addKey',
  kidUnknown: 'addKey',
  workspaceNotTrusted: 'manageTrust',
  // No key helps against these.
  algMissing: 'none',
  algUnknown: 'none',
  algUnavailable: 'none',
  criticalUnknown: 'none',
  criticalMalformed: 'none',
  signatureMissing: 'none',
  payloadDetached: 'none',
  encrypted: 'none',
  malformed: 'none',
};

/** Buttons that lead on from the answer: the one that helps first and foremost. */
export function signatureButtons(context: PageContext, shown: ShownInspection): readonly HTMLElement[] {
  const answer = reportIn(shown.verification)?.signatures[0];
  const remedy = answer ? remedyFor(answer) : 'pickKey';
  const { form } = shown.inspection;
  // The key of an encrypted token is chosen where its content is shown.
  if (remedy === 'none' || form === 'unsecured' || form === 'encrypted') return [];
  const { actions } = context;
  const isValid = answer?.status === 'valid';
  return [
    ...(remedy === 'manageTrust'
      ? [
          button({
            key: 'manageTrust',
            kind: 'primary',
            label: say(context, labels.manageTrust),
            onPress: () => void actions.manageTrust(),
          }),
        ]
      : []),
    ...(remedy === 'addKey'
      ? [
          button({
            key: 'addKey',
            kind: 'primary',
            label: say(context, labels.addKey),
            onPress: () => void actions.addKey(),
          }),
        ]
      : []),
    button({
      key: 'pickKey',
      icon: 'key',
      kind: isValid || remedy !== 'pickKey' ? 'secondary' : 'primary',
      label: say(context, labels.pickKey),
      onPress: () => void actions.pickKey(),
    }),
    ...(shown.isPicked
      ? [
          button({
            key: 'chooseAutomatically',
            label: say(context, labels.chooseAutomatically),
            onPress: () => void actions.verify('fitting'),
          }),
        ]
      : []),
    button({
      key: 'verifyAgain',
      label: say(context, labels.verifyAgain),
      onPress: () => void actions.verify('same'),
    }),
  ];
}

function remedyFor(answer: SignatureAnswer): Remedy {
  if (answer.status === 'unsecured') return 'none';
  return answer.status === 'unverifiable' ? (remedies[answer.reason.code] ?? 'pickKey') : 'pickKey';
}
