import { isForgottenOption, olderOptions } from '../olderOptions';
import { pyjwtAlgorithms } from '../algorithms';
import { isNative } from '../exceptions';
import { asObject, isDict, isTruthy, itemsOf, numeric } from '../python/pythonValue';
import { note, type PyjwtNote } from './note';
import type { NoteContext } from './noteContext';

/** Seconds of leeway that still count as the RFC's "no more than a few minutes". */
const usualLeeway = 600;

/** What the arguments and options of the call leave open. */
export function callNotes(context: NoteContext): readonly PyjwtNote[] {
  return [
    ...algorithmNotes(context),
    ...optionNotes(context),
    ...leewayNotes(context),
    ...outcomeNotes(context),
  ];
}

function algorithmNotes({ request: { algorithms = null } }: NoteContext): readonly PyjwtNote[] {
  if (typeof algorithms === 'string' && algorithms !== '') return [note('algorithmsText')];
  const kinds = (itemsOf(algorithms) ?? []).map((name) =>
    typeof name === 'string' ? pyjwtAlgorithms.get(name)?.kind : undefined,
  );
  const isMixed = kinds.includes('hmac') && kinds.some((kind) => kind !== undefined && kind !== 'hmac');
  return isMixed ? [note('algorithmsMixed')] : [];
}

function optionNotes({ request, options }: NoteContext): readonly PyjwtNote[] {
  const given = [request.instanceOptions, request.options].filter(isDict).flatMap((dict) => [...dict.keys()]);
  const ignored = [...new Set(given.filter(isForgottenOption))].map((option) => {
    const instead = olderOptions.get(option)?.instead;
    return note('optionIgnored', instead === undefined ? { option } : { option, instead });
  });
  const { instanceOptions } = request;
  const wasOff =
    isDict(instanceOptions) &&
    instanceOptions.has('verify_signature') &&
    !isTruthy(instanceOptions.get('verify_signature'));
  const isOn = isTruthy(options?.verifySignature);
  return [
    ...ignored,
    ...(wasOff && isOn ? [note('instanceOptionIgnored', { option: 'verify_signature' })] : []),
    ...(options && !isOn ? [note('nothingVerified')] : []),
  ];
}

function leewayNotes({ request: { leeway } }: NoteContext): readonly PyjwtNote[] {
  if (leeway === undefined) return [];
  const seconds = Number(asObject(leeway, 'timedelta')?.seconds ?? numeric(leeway) ?? 0);
  const isUsual = typeof leeway !== 'boolean' && seconds >= 0 && seconds <= usualLeeway;
  return isUsual ? [] : [note('leewayUnusual', { seconds: String(seconds) })];
}

function outcomeNotes({ raised, warnings }: NoteContext): readonly PyjwtNote[] {
  return [
    ...(warnings.some(({ category }) => category === 'InsecureKeyLengthWarning')
      ? [note('keyTooShort')]
      : []),
    ...(raised && isNative(raised.exception)
      ? [note('exceptionEscapes', { exception: raised.exception })]
      : []),
    ...(raised?.code === 'keyFamily' || raised?.code === 'jwkPrivateWidth' ? [note('messageGarbled')] : []),
  ];
}
