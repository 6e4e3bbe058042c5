import type { Diagnosis } from '../../core/diagnose/diagnosis';
import type { FoundToken } from '../documents/foundToken';
import type { DiagnoseOptions, DiagnoserPorts } from './diagnoseOptions';

export type { DiagnoseOptions } from './diagnoseOptions';

/** Asks core why a token's signature does not match, with the workspace's keys as they are configured. */
export class Diagnoser {
  readonly #ports: DiagnoserPorts;

  constructor(ports: DiagnoserPorts) {
    this.#ports = ports;
  }

  /** A search that is cancelled ends at once, as one that reached nothing. */
  async diagnose(found: FoundToken, options: DiagnoseOptions): Promise<Diagnosis> {
    const { searchCause } = await import('./searchCause');
    return await searchCause(found, options, this.#ports);
  }
}
