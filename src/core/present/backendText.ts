import type { BackendName, BackendOutcome, BackendVerdict } from '../backends/backendVerdict';
import { codeBlock, visible } from './escape';
import { backendNoteText, backendWording } from './backendWording';
import { word, type Translate } from './wording';

/** One library's answer, ready to show as a row. */
export interface BackendRow {
  readonly backend: BackendName;
  /** Name and version. */
  readonly library: string;
  readonly status: 'pass' | 'fail';
  /** The answer on one line: that it accepts, or the error as a log would show it, in the library's own words. What cannot be seen is named. */
  readonly answer: string;
  /** Sentences about what stands beside it. */
  readonly notes: readonly string[];
  /** The program that reproduces it. */
  readonly reproduce: string;
}

const names: Readonly<Record<BackendName, string>> = {
  pyjwt: 'PyJWT',
  jsonwebtoken: 'jsonwebtoken',
  jose: 'jose',
};

/** The answers as rows of plain text, for a list or a panel. */
export function backendRows(
  verdicts: readonly BackendVerdict[],
  translate: Translate,
): readonly BackendRow[] {
  return verdicts.map(({ backend, version, outcome, notes, reproduce }) => ({
    backend,
    library: `${names[backend]} ${version}`,
    status: outcome.status === 'accepted' ? 'pass' : 'fail',
    answer: visible(answerText(outcome, translate)),
    notes: [
      ...(outcome.status === 'refused' && outcome.messageKind === 'varies'
        ? [word(translate, backendWording.varies)]
        : []),
      ...notes.map((note) => visible(backendNoteText(note, translate))),
    ],
    reproduce,
  }));
}

/** The answers as a Markdown document, with the programs that reproduce them. */
export function backendReport(verdicts: readonly BackendVerdict[], translate: Translate): string {
  const sections = backendRows(verdicts, translate).map((row, index) => {
    const outcome = verdicts[index]?.outcome;
    const answer = outcome ? codeBlock('text', answerText(outcome, translate)) : '';
    const notes = row.notes.map((note) => `- ${note}`);
    return [
      `## ${row.library}`,
      row.status === 'pass' ? row.answer : answer,
      ...(notes.length === 0 ? [] : [`${word(translate, backendWording.notes)}\n\n${notes.join('\n')}`]),
      word(translate, backendWording.reproduce),
      fenced(row.backend === 'pyjwt' ? 'python' : 'js', row.reproduce),
    ].join('\n\n');
  });
  return `# ${word(translate, backendWording.title)}\n\n${sections.join('\n\n')}\n`;
}

/** The error as the library's language prints it, with jose's `code` behind its name. */
function answerText(outcome: BackendOutcome, translate: Translate): string {
  if (outcome.status === 'accepted') return word(translate, backendWording.accepted);
  const { className, code, message } = outcome;
  return `${className}${code === undefined ? '' : ` [${code}]`}: ${message}`;
}

/** Code of ours: what a user expects stands in it as JSON or Python literals, which hold no line of back-ticks. */
function fenced(language: 'python' | 'js', code: string): string {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}
