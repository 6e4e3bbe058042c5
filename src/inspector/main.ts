import type { Placeholder } from '../protocol/messages';
export type A = Placeholder;
