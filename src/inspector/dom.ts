/** What an element may hold. Text becomes a text node, whatever it looks like; absent children are passed over. */
export type Child = Node | string | undefined | readonly Child[];

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children. An attribute of `true` stands without a value, of `false` or undefined not at all. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

/** An element of a drawing. */
export function drawing<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly SVGElement[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

/** Adds a listener and gives the element back. */
export function on<T extends HTMLElement>(target: T, event: string, listener: (event: Event) => void): T {
  target.addEventListener(event, listener);
  return target;
}

/** Appends children in their order. */
export function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (typeof child === 'string') parent.append(document.createTextNode(child));
    else if (child instanceof Node) parent.append(child);
    else if (child) append(parent, child);
  }
}

/** Sets a text only where it changes, so that nothing is announced or painted for nothing. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) target.setAttribute(name, '');
    else if (value !== undefined && value !== false) target.setAttribute(name, String(value));
  }
}
