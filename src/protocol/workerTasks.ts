import type { Diagnosis, DiagnosisRequest } from '../core/diagnose/diagnosis';
import type { StrengthResult, StrengthTask } from '../core/strength/checkStrength';

/** A search for the reason of a failure, as it is handed to a worker: `budget` in milliseconds, after which it ends with what it has. */
export interface DiagnosisTask extends Omit<DiagnosisRequest, 'port'> {
  readonly budget?: number;
}

/** Each worker's bundle: what it is asked, what it tells on the way, and what it answers. Plain data only: it is cloned. */
export interface WorkerTasks {
  readonly diagnosis: {
    readonly request: DiagnosisTask;
    readonly progress: never;
    readonly result: Diagnosis;
  };
  readonly strength: {
    readonly request: StrengthTask;
    /** How many secrets were tried so far. */
    readonly progress: number;
    readonly result: StrengthResult;
  };
}

/** A worker carries out one task of its life: it says that it listens, tells its progress, and ends with a result or a failure. */
export type WorkerMessage<Name extends keyof WorkerTasks> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: WorkerTasks[Name]['progress'] }
  | { readonly kind: 'result'; readonly result: WorkerTasks[Name]['result'] }
  /** Our defect, as its stack tells it. */
  | { readonly kind: 'failed'; readonly stack: string };
