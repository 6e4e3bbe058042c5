/** Lights up everything that speaks of the same part of the token while the pointer or the focus is on one of them. */
export function lightCounterparts(page: HTMLElement): void {
  let lit: string | undefined;
  const light = (target: EventTarget | null): void => {
    const part = target instanceof Element ? partOf(target) : undefined;
    if (part === lit) return;
    lit = part;
    for (const one of page.querySelectorAll('[data-part]')) {
      one.classList.toggle('lit', part !== undefined && one.getAttribute('data-part') === part);
    }
  };
  page.addEventListener('pointerover', (event) => light(event.target));
  page.addEventListener('pointerleave', () => light(null));
  page.addEventListener('focusin', (event) => light(event.target));
  page.addEventListener('focusout', () => light(null));
}

function partOf(target: Element): string | undefined {
  return target.closest('[data-part]')?.getAttribute('data-part') ?? undefined;
}

/** The section that says what a part decodes to. */
export function sectionOf(page: HTMLElement, part: string): HTMLElement | undefined {
  return [...page.querySelectorAll<HTMLElement>('section[data-part]')].find(
    (one) => one.getAttribute('data-part') === part,
  );
}
