import type { Inspection } from '../core/inspect/inspection';

export type Placeholder = Inspection;
