/** Why the tool has no answer, with what to do next: English, for a language model, and without a word of any file. */
export class ToolProblem extends Error {
  override readonly name = 'ToolProblem';
}
