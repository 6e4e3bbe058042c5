import type * as vscode from 'vscode';

/** A token to work on: its text, and where it stands if it stands in a document. */
export interface FoundToken {
  readonly text: string;
  readonly place?: TokenPlace;
}

/** A token found in a document. */
export interface PlacedToken extends FoundToken {
  readonly place: TokenPlace;
}

/** Where a token stood when it was found. */
export interface TokenPlace {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** The document's version at that time; an edit is refused when it has moved on. */
  readonly version: number;
}
