import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hiddenIn, keyMaterialIn, type Hidden } from './traces';

const hidden = new Map<string, string>();
const hide = (found: readonly Hidden[]): void => found.forEach(([name, text]) => hidden.set(text, name));

/** Texts that a test types, pastes or puts on the clipboard: what is a token in them must stay nowhere. */
export function noteTyped(text: string): void {
  hide(hiddenIn(text));
}

/** What a test types into a box that hides it. */
export function noteSecret(text: string): void {
  if (text.trim().length >= 8) hide([['a secret', text.trim()]]);
}

/** Looks what the workspace holds at the end of a test, before others change it. */
export function noteWorkspace(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || statSync(file).size > 100_000) continue;
    const text = readFileSync(file, 'utf8');
    hide([...hiddenIn(text), ...keyMaterialIn(text)]);
  }
}

/** All that was noted so far. */
export function noted(): readonly Hidden[] {
  return [...hidden].map(([text, name]) => [name, text]);
}
