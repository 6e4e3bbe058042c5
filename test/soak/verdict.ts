import { growthOf, grows, type Growth } from './growth';

/** What was read at the end of a cycle: quantity -> value. */
export type Sample = Readonly<Record<string, number>>;

/** A quantity, and by how much it may grow with each cycle. */
interface Limit {
  /** The name in samples; what a system cannot tell is not there. */
  readonly quantity: string;
  readonly perCycle: number;
  /** What one is, where it is not a thing to be counted. */
  readonly unit?: 'kB';
}

/** What is counted grows by whole numbers where it leaks: one in ten cycles would show. */
const counted = (place: string, names: readonly string[]): readonly Limit[] =>
  names.map((name) => ({ quantity: `${place}: ${name}`, perCycle: 0.1 }));

/** Heaps breathe: what is kept of one panel or one document is told from that, what is kept of one number is not. */
export const limits: readonly Limit[] = [
  { quantity: 'host: heap', perCycle: 100, unit: 'kB' },
  { quantity: 'host: external', perCycle: 100, unit: 'kB' },
  { quantity: 'page: heap', perCycle: 250, unit: 'kB' },
  ...counted('host', ['listeners', 'emitters', 'disposables', 'cancellations', 'panels', 'watchers']),
  ...counted('host', ['quick picks', 'workers', 'documents', 'tabs']),
  ...counted('host', [
    'FSEventWrap',
    'TCPSocketWrap',
    'PipeWrap',
    'ProcessWrap',
    'MessagePort',
    'open files',
  ]),
  ...counted('page', ['documents', 'listeners', 'workers', 'frames']),
  { quantity: 'page: nodes', perCycle: 10 },
  ...counted('server', ['processes']),
];

/** What is said of a quantity. */
export interface Finding {
  readonly limit: Limit;
  readonly growth: Growth;
  readonly isGrowing: boolean;
}

/** Fewer samples than this in the second half say nothing. */
export const fewest = 6;

/** Judges every quantity that was read; undefined where there are too few samples to say anything. */
export function judge(samples: readonly Sample[]): readonly Finding[] | undefined {
  if (samples.length < fewest * 2) return undefined;
  return limits
    .filter(({ quantity }) => samples.every((sample) => quantity in sample))
    .map((limit) => {
      const factor = limit.unit === 'kB' ? 1000 : 1;
      const growth = growthOf(samples.map((sample) => sample[limit.quantity] / factor));
      return { limit, growth, isGrowing: grows(growth, limit.perCycle) };
    });
}
