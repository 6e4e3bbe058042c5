import type * as vscode from 'vscode';
import type { KnownKey } from '../../core/keys/key';
import type { TokenPlace } from '../documents/foundToken';

/** What a document for editing starts with. */
export interface DraftSubject {
  /** What its tab says; no text of the token. */
  readonly name: string;
  readonly text: string;
  /** The token that is edited, where it stands; undefined for a new one. */
  readonly original: { readonly text: string; readonly place: TokenPlace | undefined } | undefined;
  readonly serialization: 'compact' | 'flattened';
  /** What signs, where that is known. */
  readonly key: KnownKey | undefined;
  /** Where a new token may be put. */
  readonly cursor: TokenPlace | undefined;
}

/** One document for editing, and what saving it means. In memory for as long as its tab is open. */
export class DraftSession {
  readonly uri: vscode.Uri;
  readonly serialization: DraftSubject['serialization'];
  readonly cursor: TokenPlace | undefined;
  readonly isNew: boolean;
  key: KnownKey | undefined;
  encryptionKey: KnownKey | undefined;
  /** Where the token stands that saving replaces. */
  place: TokenPlace | undefined;
  /** The document as it was when it was opened or last signed. */
  signedText: string;
  #tokens: readonly string[];

  constructor(uri: vscode.Uri, { text, original, serialization, key, cursor }: DraftSubject) {
    this.uri = uri;
    this.serialization = serialization;
    this.cursor = cursor;
    this.isNew = original === undefined;
    this.key = key;
    this.place = original?.place;
    this.signedText = text;
    this.#tokens = original ? [original.text] : [];
  }

  /** Tokens that may be replaced: the original, and those made of it. Undoing brings an earlier one back. */
  get tokens(): readonly string[] {
    return this.#tokens;
  }

  /** A token was made and put somewhere. */
  delivered(token: string, place: TokenPlace): void {
    this.#tokens = [token, ...this.#tokens.filter((one) => one !== token)].slice(0, 50);
    this.place = place;
  }
}
