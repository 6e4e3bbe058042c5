import * as vscode from 'vscode';
import type { KnownKey, SecretEncoding } from '../../core/keys/key';
import type { KeyReading } from '../../core/keys/keyReading';
import type { KeyInventory, KeyTrouble } from './keyStore';
import type { Passphrases } from './passphrases';

/** Octets; a chain of certificates or a large JWK Set stays far below. */
const maximumFileSize = 1_048_576;

export interface FileToRead {
  readonly uri: vscode.Uri;
  readonly kid?: string;
  readonly encoding?: SecretEncoding;
}

/** Reads key files through `workspace.fs` alone, so that remote and virtual workspaces serve as well; keeps what it read until told otherwise. */
export class KeyFileReader {
  readonly #passphrases: Pick<Passphrases, 'get' | 'generation'>;
  readonly #cache = new Map<string, { stamp: string; reading: Promise<KeyReading> }>();
  readonly #askedFor = new Set<string>();

  constructor(passphrases: Pick<Passphrases, 'get' | 'generation'>) {
    this.#passphrases = passphrases;
  }

  async read(file: FileToRead): Promise<KeyInventory> {
    this.#askedFor.add(file.uri.toString());
    const place = vscode.workspace.asRelativePath(file.uri);
    const trouble = (problem: KeyTrouble['problem']): KeyInventory => ({
      keys: [],
      troubles: [{ place, uri: file.uri, problem }],
    });
    let stat: vscode.FileStat;
    try {
      stat = await vscode.workspace.fs.stat(file.uri);
    } catch {
      return trouble({ code: 'store.fileMissing', facts: { path: place } });
    }
    // A directory, FIFO or device is never opened: reading one may never end.
    if ((stat.type & vscode.FileType.File) === 0) {
      return trouble({ code: 'store.notAFile', facts: { path: place } });
    }
    if (stat.size > maximumFileSize) {
      return trouble({
        code: 'store.fileTooLarge',
        facts: { path: place, size: stat.size, limit: maximumFileSize },
      });
    }
    try {
      const reading = await this.#reading(file, stat);
      return {
        keys: reading.keys.map((key, index): KnownKey => {
          const line = reading.keys.length > 1 ? key.line : undefined;
          return {
            id: `${file.uri.toString()}#${index}`,
            key: file.kid === undefined ? key : { ...key, labels: { ...key.labels, kid: file.kid } },
            origin: { from: 'file', path: place, uri: file.uri.toString(), ...(line ? { line } : {}) },
          };
        }),
        troubles: reading.problems.map((problem) => ({ place, uri: file.uri, problem })),
      };
    } catch {
      // What the file system says of it may hold paths of the machine; the sentence names the file only.
      return trouble({ code: 'store.unreadable', facts: { path: place } });
    }
  }

  /** Forgets what was read of a file, or of all. */
  forget(uri?: vscode.Uri): void {
    if (uri) this.#cache.delete(uri.toString());
    else this.#cache.clear();
  }

  /** Whether somebody wanted this file read, were it there or not. */
  wasAskedFor(uri: vscode.Uri): boolean {
    return this.#askedFor.has(uri.toString());
  }

  /** Whether somebody wanted a file read that lies below this one. */
  wasAskedForIn(folder: vscode.Uri): boolean {
    const start = `${folder.toString()}/`;
    return [...this.#askedFor].some((uri) => uri.startsWith(start));
  }

  #reading(file: FileToRead, stat: vscode.FileStat): Promise<KeyReading> {
    const id = file.uri.toString();
    const passphrase = this.#passphrases.get(file.uri);
    const stamp = [stat.mtime, stat.size, file.encoding ?? '', this.#passphrases.generation(file.uri)].join();
    const cached = this.#cache.get(id);
    if (cached?.stamp === stamp) return cached.reading;
    const reading = passphrase.then(async (known) => {
      const [{ readKeys }, bytes] = await Promise.all([
        import('../../core/keys/readKeys'),
        vscode.workspace.fs.readFile(file.uri),
      ]);
      return readKeys(
        { bytes: new Uint8Array(bytes), name: file.uri.path.slice(file.uri.path.lastIndexOf('/') + 1) },
        {
          ...(known === undefined ? {} : { passphrase: known }),
          ...(file.encoding === undefined ? {} : { secretEncoding: file.encoding }),
        },
      );
    });
    this.#cache.set(id, { stamp, reading });
    // A failed read is no answer to keep.
    reading.catch(() => this.#cache.delete(id));
    return reading;
  }
}
