import { attackCodes } from '../../core/diagnose/codes';
import {
  causeWords,
  fixEffectWording,
  fixWording,
  noticedWording,
  unknownWording,
} from '../../core/present/diagnosisWording';
import type { Search } from '../../protocol/searchShape';
import { say, type PageContext } from '../context';
import { element, type Child } from '../dom';
import { icon, type IconName } from '../icons';
import { labels } from '../labels';
import { button } from '../parts/button';
import { section } from '../parts/section';
import { visibleText } from '../parts/visibleText';

type Found = Extract<Search, { readonly status: 'found' }>;

/** Why the signature does not match: the cause, its proof, what to do, and the fix to press; or how far the search is. */
export function searchView(context: PageContext, search: Search): HTMLElement | undefined {
  switch (search.status) {
    case 'idle':
      return undefined;
    case 'looking':
      return block(context, labels.why, 'quiet', [
        line('pending', [say(context, search.isFurther ? labels.lookingFurther : labels.looking)]),
      ]);
    case 'found':
      return foundView(context, search);
    case 'right':
      return block(context, labels.why, 'quiet', [
        line('key', [say(context, labels.anotherKeyVerifies, { key: search.key })]),
      ]);
    case 'unknown':
      return unknownView(context, search.unknown);
    case 'failed':
      return block(context, labels.why, 'quiet', [line('failed', [say(context, labels.searchFailed)])]);
  }
}

/** Whether the cause speaks of somebody who changed the token: nothing is offered then. */
export function isAttack({ cause }: Found): boolean {
  return [cause.code, ...cause.also].some((code) => attackCodes.has(code));
}

function foundView(context: PageContext, found: Found): HTMLElement {
  const { sentences, proof, advice } = causeWords(found.cause, context.words);
  const attack = isAttack(found);
  return block(context, attack ? labels.attack : labels.why, attack ? 'attack' : 'cause', [
    line(attack ? 'shield' : 'bulb', sentences, 'cause-sentences'),
    line('passed', [proof]),
    line('next', [advice]),
    found.fix && !attack ? fixView(context, found.fix) : undefined,
  ]);
}

function fixView(context: PageContext, { kind, encoding }: NonNullable<Found['fix']>): HTMLElement {
  return element(
    'div',
    { class: 'fix' },
    button({
      key: 'applyFix',
      kind: 'primary',
      icon: 'wrench',
      label: say(context, fixWording[kind]),
      onPress: () => void context.actions.applyFix(),
    }),
    element('p', { class: 'quiet' }, say(context, fixEffectWording[kind], { encoding: encoding ?? '' })),
  );
}

function unknownView(
  context: PageContext,
  { tried, notReached, noticed }: Extract<Search, { readonly status: 'unknown' }>['unknown'],
): HTMLElement {
  return block(context, labels.why, 'quiet', [
    line('unknown', [say(context, unknownWording.unproven)]),
    line('information', [
      say(context, unknownWording.tried, { count: tried }),
      ...(notReached > 0 ? [say(context, unknownWording.cut, { count: notReached })] : []),
    ]),
    ...noticed.map((each) => line('warning', [say(context, noticedWording[each])])),
  ]);
}

function block(context: PageContext, title: string, kind: string, lines: readonly Child[]): HTMLElement {
  return element(
    'div',
    { class: `why why-${kind}` },
    section({ id: 'why', title: say(context, title) }, [], element('div', { class: 'list' }, lines)),
  );
}

function line(name: IconName, sentences: readonly string[], className = ''): HTMLElement {
  return element(
    'div',
    { class: `list-row ${className}`.trim() },
    icon(name),
    element(
      'div',
      {},
      sentences.map((sentence) => element('p', {}, visibleText(sentence))),
    ),
  );
}

/** What was found, to be read out once; undefined while nothing is. */
export function searchText(context: PageContext, search: Search): string | undefined {
  if (search.status === 'found') return causeWords(search.cause, context.words).sentences.join(' ');
  return search.status === 'unknown' ? say(context, unknownWording.unproven) : undefined;
}
