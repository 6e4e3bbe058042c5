import { readFileSync, readdirSync } from 'node:fs';

/** How many processes stem from one, itself included; undefined where the system has no /proc. */
export function countProcesses(ancestor: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(parentOf),
  );
  const stems = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === ancestor || stems(parents.get(pid)));
  return [...parents.keys()].filter(stems).length;
}

function parentOf(pid: string): readonly [number, number] {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks.
    return [Number(pid), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])];
  } catch {
    return [Number(pid), 0]; // it ended meanwhile
  }
}
