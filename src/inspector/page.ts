import type { Announcer } from './announcer';
import type { Actions, PageContext } from './context';
import { Folds } from './context';
import { element, setText } from './dom';
import { lightCounterparts, sectionOf } from './lighting';
import type { PageState, ShownInspection } from './state';
import { translatorOf } from './translator';
import { absenceView } from './views/absenceView';
import { backendsView } from './views/backendsView';
import { checksView } from './views/checksView';
import { headerView, payloadView } from './views/contentViews';
import { disclosuresView } from './views/disclosuresView';
import { headView } from './views/headView';
import { expectationButtons } from './views/expectationButtons';
import { expectationForm } from './views/expectationForm';
import { findingsView, problemsView, warningsView, type Advice } from './views/listViews';
import { recipientsView } from './views/recipientsView';
import { searchText, searchView } from './views/searchView';
import { signatureView } from './views/signatureView';
import { redrawTimeline } from './views/timelineView';
import { timesView } from './views/timesView';
import { trailView } from './views/trailView';
import { tokenView } from './views/tokenView';
import { inForceText, reportIn, verdictText, verdictView } from './views/verdictView';

/** A part of the page: what it depends on, and how it is made from that. */
interface Slot {
  readonly dependsOn: (shown: ShownInspection) => readonly unknown[];
  readonly view: (context: PageContext, shown: ShownInspection) => HTMLElement | undefined;
}

/** The page from top to bottom: first the answers, then why, then what the token holds. */
const slots: readonly Slot[] = [
  { dependsOn: ({ trail, inspection }) => [trail, inspection], view: trailView },
  { dependsOn: ({ inspection, place, isPinned }) => [inspection, place, isPinned], view: headView },
  {
    dependsOn: ({ inspection, verification }) => [inspection, verification],
    view: (context, { inspection, verification }) => verdictView(context, inspection, verification),
  },
  { dependsOn: ({ search }) => [search], view: (context, { search }) => searchView(context, search) },
  {
    dependsOn: ({ token }) => [token],
    view: (context, { token }) => problemsView(context, token.problems),
  },
  {
    dependsOn: ({ inspection, verification }) => [inspection, verification],
    view: (context, shown) => warningsView(context, adviceOn(shown)),
  },
  {
    dependsOn: ({ token }) => [token],
    view: (context, { inspection }) => tokenView(context, inspection),
  },
  {
    dependsOn: ({ verification, isPicked, token }) => [verification, isPicked, token],
    view: signatureView,
  },
  { dependsOn: ({ verification, token }) => [verification, token], view: backendsView },
  {
    dependsOn: ({ verification, expectations, inspection }) => [verification, expectations, inspection],
    view: checksView,
  },
  {
    // Not of what it leads to: nothing is taken from under the hands of who writes in it.
    dependsOn: ({ form, token, verification }) => [form, token.kind, verification.status === 'done'],
    view: (context, { form, token, verification }) =>
      form && token.kind === 'jws' && verification.status === 'done'
        ? expectationForm(context, form)
        : undefined,
  },
  { dependsOn: ({ expectations }) => [expectations], view: expectationButtons },
  {
    dependsOn: ({ inspection }) => [inspection],
    view: (context, { inspection, leeway }) => timesView(context, inspection, leeway),
  },
  {
    dependsOn: ({ inspection, content, isPicked }) => [inspection, content, isPicked],
    view: payloadView,
  },
  { dependsOn: ({ inspection }) => [inspection], view: headerView },
  { dependsOn: ({ token, disclosures }) => [token, disclosures], view: disclosuresView },
  { dependsOn: ({ token }) => [token], view: recipientsView },
  {
    dependsOn: ({ inspection, verification }) => [inspection, verification],
    view: (context, shown) => findingsView(context, adviceOn(shown)),
  },
];

/** Keeps what is on screen as the state has it, touching only what changed, and leaving the focus where it was. */
export class Page {
  readonly #root: HTMLElement;
  readonly #announcer: Announcer;
  readonly #actions: Actions;
  readonly #folds = new Folds();
  readonly #holders = slots.map(() => element('div', { class: 'slot' }));
  readonly #painted: (readonly unknown[] | undefined)[] = [];
  #context: PageContext | undefined;
  #state: PageState | undefined;

  constructor(root: HTMLElement, announcer: Announcer, actions: Actions) {
    this.#root = root;
    this.#announcer = announcer;
    this.#actions = actions;
    lightCounterparts(root);
    root.addEventListener('click', (event) => this.#lead(event.target));
  }

  get context(): PageContext | undefined {
    return this.#context;
  }

  paint(state: PageState): void {
    const before = this.#state;
    this.#state = state;
    const context = this.#contextOf(state, before);
    if (!context || state.shown.kind === 'loading') return;
    const focused = document.activeElement?.getAttribute('data-key');
    if (state.shown.kind === 'nothing') this.#show([absenceView(context, state.shown)]);
    else this.#paintToken(context, state.shown, before);
    if (focused && document.activeElement?.getAttribute('data-key') !== focused) this.#focus(focused);
  }

  /** The words that grow old while one looks, at a later moment. */
  tick(moment: number): void {
    const { shown } = this.#state ?? {};
    if (!this.#context || shown?.kind !== 'token') return;
    const words = this.#root.querySelector('[data-question="inForce"] .answer-words');
    if (words) setText(words, inForceText(this.#context, shown.inspection, shown.verification, moment));
    const { inspection, leeway } = shown;
    redrawTimeline(this.#root, this.#context, { times: inspection.times, leeway, moment });
  }

  #paintToken(context: PageContext, shown: ShownInspection, before: PageState | undefined): void {
    const isOther = before?.shown.kind !== 'token' || placeOf(before.shown) !== placeOf(shown);
    if (isOther) this.#folds.clear();
    for (const [index, slot] of slots.entries()) {
      const inputs = slot.dependsOn(shown);
      const painted = this.#painted[index];
      if (painted && inputs.every((input, at) => input === painted[at])) continue;
      this.#painted[index] = inputs;
      const view = slot.view(context, shown);
      this.#holders[index]?.replaceChildren(...(view ? [view] : []));
    }
    if (this.#root.firstElementChild !== this.#holders[0]) this.#show(this.#holders, true);
    if (isOther) scrollTo({ top: 0 });
    if (shown.verification.status !== 'pending') this.#announcer.verdict(spoken(context, shown));
  }

  #show(children: readonly HTMLElement[], keepsPainted = false): void {
    if (!keepsPainted) this.#painted.length = 0;
    this.#root.replaceChildren(...children);
  }

  #contextOf(state: PageState, before: PageState | undefined): PageContext | undefined {
    const { surroundings } = state;
    if (surroundings && surroundings !== before?.surroundings) {
      const { messages, locale, timeZone } = surroundings;
      this.#painted.length = 0;
      this.#context = {
        words: { translate: translatorOf(messages), locale, timeZone },
        actions: this.#actions,
        folds: this.#folds,
        announce: (text) => this.#announcer.notice(text),
      };
    }
    return this.#context;
  }

  #focus(key: string): void {
    const again = [...this.#root.querySelectorAll<HTMLElement>('[data-key]')].find(
      (one) => one.getAttribute('data-key') === key,
    );
    again?.focus({ preventScroll: true });
  }

  /** A part's name in the legend leads to what the part decodes to. */
  #lead(target: EventTarget | null): void {
    const name = target instanceof Element ? target.closest('[data-leads]') : null;
    const part = name?.getAttribute('data-part');
    const section = part && sectionOf(this.#root, part);
    if (!section) return;
    section.scrollIntoView({ block: 'start' });
    section.querySelector('h2')?.focus({ preventScroll: true });
  }
}

/** The four answers, and why, where that is known. */
function spoken(context: PageContext, { inspection, verification, search }: ShownInspection): string {
  const why = searchText(context, search);
  return [verdictText(context, inspection, verification), ...(why === undefined ? [] : [why])].join(' ');
}

/** What the token and the key deserve to have said of them. “Unsecured” is the verdict's own word already. */
function adviceOn({ inspection, verification }: ShownInspection): Advice {
  const report = reportIn(verification);
  const all = [...(report?.findings ?? []), ...inspection.findings];
  return {
    findings: all.filter(({ code }) => code !== 'unsecured'),
    moment: report?.moment ?? inspection.moment,
  };
}

/** Tokens at one place are versions of each other, and keep what was unfolded. */
function placeOf({ place, token }: ShownInspection): string {
  return place ? `${place.uri}:${place.line}` : token.text;
}
