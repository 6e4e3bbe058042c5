import type * as vscode from 'vscode';

/** UTF-16 units of names that are read, at most, and of complaints. */
const most = { names: 50_000_000, complaints: 100_000 } as const;

/** What ripgrep is asked. */
export interface RipgrepRequest {
  readonly program: string;
  /** The folder to look through. */
  readonly folder: string;
  readonly literals: readonly string[];
  /** Folders of these names are left out, wherever they lie. */
  readonly leftOut: readonly string[];
  /** Octets of the largest file that is looked at. */
  readonly largest: number;
}

/**
 * The files below a folder that hold one of some literals, relative to it; undefined where ripgrep did not come to an end.
 * The program is started without a shell, an environment or configuration; cancelled, it is ended.
 */
export async function runRipgrep(
  { program, folder, literals, leftOut, largest }: RipgrepRequest,
  cancellation: vscode.CancellationToken,
): Promise<readonly string[] | undefined> {
  if (cancellation.isCancellationRequested) return undefined;
  const { spawn } = await import('node:child_process');
  const args = [
    ...['--no-config', '--files-with-matches', '--null', '--fixed-strings', '--text'],
    // Which files count is decided elsewhere, for all ways to look alike.
    ...['--no-ignore', '--hidden', '--follow', `--max-filesize=${largest}`],
    ...leftOut.map((name) => `--glob=!**/${name}/**`),
    ...literals.map((literal) => `--regexp=${literal}`),
    ...['--', '.'],
  ];
  return await new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: {},
      shell: false,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let names = '';
    let complaints = '';
    const stop = cancellation.onCancellationRequested(() => child.kill());
    child.stdout.setEncoding('utf8');
    child.stderr.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      names += text;
      if (names.length > most.names) child.kill();
    });
    child.stderr.on('data', (text) => {
      complaints += text;
      if (complaints.length > most.complaints) child.kill();
    });
    const end = (isWhole: boolean): void => {
      stop.dispose();
      resolve(isWhole ? names.split('\0').filter((name) => name !== '') : undefined);
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0 || code === 1 || (code === 2 && areOfFiles(complaints))));
  });
}

/** Whether all that was complained about are single files: dangling links, circles of links, files nobody may read. */
function areOfFiles(complaints: string): boolean {
  return complaints
    .split(/\r?\n/)
    .every((line) => line === '' || /^rg: (?:File system loop found: )?\.[\\/]/.test(line));
}
