/**
 * The octets of a file of this machine of at most `largest` octets, else undefined, as `readSmallFile` has it; only where
 * there is Node. `workspace.fs` goes through VS Code's window and back, twice for each file: milliseconds, which count where
 * files are many.
 */
export async function readLocalFile(
  path: string,
  largest: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { readFile, stat } = await import('node:fs/promises');
  try {
    const about = await stat(path);
    return about.isFile() && about.size <= largest ? new Uint8Array(await readFile(path)) : undefined;
  } catch {
    return undefined;
  }
}
