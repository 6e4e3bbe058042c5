import { ToolProblem } from './toolProblem';

/** What a model says of the token it asks about: never the token, which would have been sent to the model by then. */
export interface ToolInput {
  /** Relative to the workspace, or an address; the active editor where undefined. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
}

const longestPath = 4096;

/**
 * Reads the input; models make mistakes, and other extensions may send anything.
 * @throws ToolProblem that says what to send instead
 */
export function readToolInput(input: unknown): ToolInput {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new ToolProblem('Send an object with “file”, “line” and “column”, each of them optional.');
  const { file, line, column, ...others } = input as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length > 0)
    throw new ToolProblem(
      'Only “file”, “line” and “column” are understood. Do not send a token: say where it stands.',
    );
  if (file !== undefined && (typeof file !== 'string' || file === '' || file.length > longestPath))
    throw new ToolProblem('“file” must be a path relative to the workspace, or a URI.');
  const number = (name: string, value: unknown): number | undefined => {
    if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= 1))
      return value as number | undefined;
    throw new ToolProblem(`“${name}” must be a whole number, counted from 1.`);
  };
  const read = { line: number('line', line), column: number('column', column) };
  if (read.column !== undefined && read.line === undefined)
    throw new ToolProblem('“column” needs a “line”. Send both.');
  return {
    ...(file === undefined ? {} : { file }),
    ...(read.line === undefined ? {} : { line: read.line }),
    ...(read.column === undefined ? {} : { column: read.column }),
  };
}
