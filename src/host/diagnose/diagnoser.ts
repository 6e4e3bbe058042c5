import * as vscode from 'vscode';
import type { Diagnosis } from '../../core/diagnose/diagnosis';
import { scanTokens } from '../../core/detect/scan';
import type { FoundToken } from '../documents/foundToken';
import type { WorkspaceKeys } from '../keys/workspaceKeys';

/** The least a request to stop must tell; VS Code's cancellation token is one. */
interface Cancellation {
  readonly isCancellationRequested: boolean;
}

export interface DiagnoseOptions {
  /** `common`: what is cheap enough for a hover. */
  readonly tier: 'common' | 'all';
  readonly cancellation?: Cancellation;
  /** Milliseconds after which the search ends with what it has. */
  readonly budget?: number;
}

/** Other tokens compared with, at most; and the longest document read for them, in UTF-16 units. */
const maximumSiblings = 200;
const maximumDocument = 1_000_000;

/** Asks core why a token's signature does not match, with the workspace's keys as they are configured. */
export class Diagnoser {
  readonly #clock: () => number;
  readonly #keys: WorkspaceKeys;

  /** `clock` gives milliseconds since any fixed point. */
  constructor(keys: WorkspaceKeys, clock: () => number) {
    this.#clock = clock;
    this.#keys = keys;
  }

  async diagnose(found: FoundToken, { tier, cancellation, budget }: DiagnoseOptions): Promise<Diagnosis> {
    const [{ diagnoseToken }, { keyConfigurations }] = await Promise.all([
      import('../../core/diagnose/diagnoseToken'),
      import('./keyConfigurations'),
    ]);
    const keys = await keyConfigurations(this.#keys, found);
    const document = documentText(found);
    const started = this.#clock();
    const elapsed = (): number => this.#clock() - started;
    return await diagnoseToken({
      token: found.text,
      keys,
      siblings: siblingsOf(found, document),
      ...(document === undefined ? {} : { document }),
      tier,
      port: {
        isCancelled: () =>
          cancellation?.isCancellationRequested === true || (budget !== undefined && elapsed() > budget),
        pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
        elapsed,
      },
    });
  }
}

function documentText({ place }: FoundToken): string | undefined {
  const document =
    place && vscode.workspace.textDocuments.find((one) => one.uri.toString() === place.uri.toString());
  if (!document) return undefined;
  // An offset is cheap to ask for; the whole text of a large document is not.
  const length = document.offsetAt(new vscode.Position(document.lineCount, 0));
  return length > maximumDocument ? undefined : document.getText();
}

function siblingsOf(found: FoundToken, document: string | undefined): readonly string[] {
  if (document === undefined) return [];
  const texts = scanTokens(document).map(({ start, end }) => document.slice(start, end));
  return [...new Set(texts)].filter((text) => text !== found.text).slice(0, maximumSiblings);
}
