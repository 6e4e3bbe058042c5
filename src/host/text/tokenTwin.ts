import * as vscode from 'vscode';
import { parseToken } from '../../core/jose/parseToken';
import type { JweToken } from '../../core/jose/token';
import { tokenText, type TokenSubject } from '../../core/present/tokenText';
import { processSdJwt } from '../../core/sdJwt/processSdJwt';
import { decryptorOf, type Decrypted } from '../decrypt/decryptor';
import type { Diagnoser } from '../diagnose/diagnoser';
import { FollowedToken } from '../documents/followedToken';
import type { FoundToken } from '../documents/foundToken';
import { openDocument } from '../documents/openDocument';
import type { TextSource } from '../documents/virtualTexts';
import type { WorkspaceKeys } from '../keys/workspaceKeys';
import { settingsSection } from '../platform/ids';
import type { Log } from '../platform/log';
import { readSettings, type Settings } from '../platform/settings';
import { words } from '../platform/words';
import { inspectText } from '../verify/inspectText';
import type { Verifier } from '../verify/verifier';
import { whyText } from './whyText';

/** What a token's text is made with. */
export interface TwinPorts {
  readonly verifier: Pick<Verifier, 'moment' | 'verify'>;
  readonly diagnoser: Diagnoser;
  readonly keys: WorkspaceKeys;
  readonly log: Log;
}

/** Tokens inside tokens that are read on. */
const deepest = 3;

/** A token as a text document says it: the panel's other self, kept up to date with the document, the keys and the settings. */
export class TokenTwin implements TextSource {
  readonly #ports: TwinPorts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  readonly #followed: FollowedToken | undefined;
  #found: FoundToken;
  #decrypted: { readonly text: string; readonly decrypted: Decrypted } | undefined;
  readonly onDidChange = this.#changed.event;

  /** `decrypted`: what the user already took part in finding out about this very text. */
  constructor(found: FoundToken, ports: TwinPorts, decrypted?: Decrypted) {
    this.#found = found;
    this.#ports = ports;
    this.#decrypted = decrypted && { text: found.text, decrypted };
    const document = openDocument(found.place?.uri);
    this.#followed = document && new FollowedToken(document, found, () => this.#changed.fire());
    this.#listeners = vscode.Disposable.from(
      ports.keys.onDidChange(() => this.#changed.fire()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settingsSection)) this.#changed.fire();
      }),
    );
  }

  async text(): Promise<string> {
    const found = this.#followed ? this.#followed.find() : this.#found;
    if (!found) return vscode.l10n.t('The token is no longer there.');
    this.#found = found;
    const { place } = found;
    const settings = readSettings(place?.uri);
    const named = place && {
      name: vscode.workspace.asRelativePath(place.uri),
      line: place.range.start.line + 1,
    };
    return tokenText(await this.#subject(found, settings, 0), named, words(settings));
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#followed?.dispose();
    this.#changed.dispose();
  }

  async #subject(found: FoundToken, settings: Settings, depth: number): Promise<TokenSubject> {
    const { verifier, keys, diagnoser, log } = this.#ports;
    const token = parseToken(found.text);
    const { inspection } = inspectText(found.text, settings, verifier.moment());
    try {
      const { report } = await verifier.verify(found.text, settings, { place: found.place });
      const why = await whyText(diagnoser, keys, found, report, settings);
      const disclosures = token.kind === 'jws' ? await processSdJwt(token) : undefined;
      const content = token.kind === 'jwe' ? await this.#content(token, found, settings, depth) : undefined;
      return { token, inspection, report, why, disclosures, content };
    } catch (error) {
      // Where a host lacks what verifying takes, the token is explained all the same.
      log.error(`text: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { token, inspection, report: undefined };
    }
  }

  async #content(
    token: JweToken,
    found: FoundToken,
    settings: Settings,
    depth: number,
  ): Promise<TokenSubject['content']> {
    const known = this.#decrypted?.text === found.text ? this.#decrypted.decrypted : undefined;
    const { answer, content } =
      known ?? (await decryptorOf(this.#ports).decrypt(token, { place: found.place }));
    if (content?.kind !== 'token' || depth >= deepest) return { answer, content };
    // The place goes along, for the constants near it; the token inside stands nowhere.
    const subject = await this.#subject({ ...found, text: content.text }, settings, depth + 1);
    return { answer, content, inner: tokenText(subject, undefined, words(settings)) };
  }
}
