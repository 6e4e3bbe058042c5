import { FormatFault } from '../encoding/formatFault';
import type { KeyFormat } from './key';
import {
  isKeyProblem,
  keyProblem,
  type KeyProblem,
  type KeyProblemCode,
  type KeyProblemFacts,
} from './keyProblem';

/** Carries a problem from deep inside a format to its door; never leaves `core/keys`. */
export class Refusal extends Error {
  readonly problem: KeyProblem;
  constructor(problem: KeyProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function refuse<Code extends KeyProblemCode>(code: Code, facts: KeyProblemFacts[Code]): never {
  throw new Refusal(keyProblem(code, facts));
}

/** What was asked for, or the problem as a refusal. */
export function orRefuse<Wanted extends object>(value: Wanted | KeyProblem): Wanted {
  if (isKeyProblem(value)) throw new Refusal(value);
  return value;
}

/**
 * The door: what `read` gives, or the problem why it cannot. Octets that end too early are `truncated`, octets that are not
 * the format's are `damaged`. Errors of libraries are told as `damaged` too and go no further: their texts may quote the key.
 */
export async function attempt<Wanted>(
  format: KeyFormat,
  read: () => Wanted | Promise<Wanted>,
): Promise<Wanted | KeyProblem> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    const isTruncated = error instanceof FormatFault && error.kind === 'truncated';
    return keyProblem(isTruncated ? 'truncated' : 'damaged', { format });
  }
}
