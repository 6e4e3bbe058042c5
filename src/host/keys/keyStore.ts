import type * as vscode from 'vscode';
import type { KeyOrigin, KnownKey } from '../../core/keys/key';
import type { RemoteProblem } from '../../core/keys/remote/remoteProblem';
import type { KeyProblem } from '../../core/keys/keyProblem';

/** A place that may hold keys and gave none, or not all: what went wrong there. */
export interface KeyTrouble {
  /** A path relative to its folder, or the name of a secret. */
  readonly place: string;
  readonly uri?: vscode.Uri;
  readonly problem:
    | KeyProblem
    | RemoteProblem
    | { readonly code: StoreProblemCode; readonly facts: Readonly<Record<string, string | number>> };
}

/** What can go wrong before any octet of a key is read. */
export type StoreProblemCode =
  | 'store.fileMissing'
  | 'store.fileTooLarge'
  | 'store.notAFile'
  | 'store.unreadable'
  | 'store.secretMissing'
  | 'store.reference'
  | 'store.tooManyFiles'
  | 'store.profile';

export interface KeyInventory {
  readonly keys: readonly KnownKey[];
  readonly troubles: readonly KeyTrouble[];
}

/** One kind of place keys come from. Each reads on the first question and again after it changed. */
export interface KeySource {
  readonly onDidChange: vscode.Event<void>;
  read(): Promise<KeyInventory>;
  /** Lets go of what it holds in memory from an origin. True where it held something. */
  forget?(origin: KeyOrigin): boolean;
  dispose(): void;
}

export const emptyInventory: KeyInventory = { keys: [], troubles: [] };
