import type { Summary } from './contest.mjs';

export declare function range(value: Summary): string;
export declare function figure(value: number): string;
