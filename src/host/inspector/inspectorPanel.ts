import * as vscode from 'vscode';
import { openChannel, type Answers, type Channel } from '../../protocol/channel';
import { hostRequests, type HostRequests, type InspectorEvents } from '../../protocol/messages';
import { inspectorViewType } from '../platform/ids';
import { newNonce, pageHtml } from './html';
import { SilenceWatch } from './silenceWatch';

type PageChannel = Channel<Record<string, never>, InspectorEvents>;

/** What goes wrong in a panel. */
export interface PanelTroubles {
  readonly onError: (error: unknown) => void;
  /** The page can be seen and said nothing for `patience` milliseconds; told once in the panel's life. */
  readonly onSilent: () => void;
  readonly patience: number;
}

/**
 * The panel's life: created beside the editor, revealed, restored, disposed. The page inside is thrown away whenever the
 * panel is hidden; it says `ready` when it is there again, and only then is told anything.
 */
export class InspectorPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #channel: PageChannel;
  readonly #dist: vscode.Uri;
  readonly #silence: SilenceWatch;
  #isReady = false;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    answers: Answers<HostRequests>,
    { onError, onSilent, patience }: PanelTroubles,
  ) {
    this.#panel = panel;
    this.#silence = new SilenceWatch(patience, onSilent);
    const { webview } = panel;
    this.#dist = vscode.Uri.joinPath(extensionUri, 'dist');
    webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    this.#channel = openChannel<HostRequests, Record<string, never>, Record<string, never>, InspectorEvents>({
      port: {
        post: (message) => void webview.postMessage(message),
        subscribe: (listener) => {
          const subscription = webview.onDidReceiveMessage(listener);
          return () => void subscription.dispose();
        },
      },
      requests: hostRequests,
      answers: {
        ...answers,
        ready: (params) => {
          this.#isReady = true;
          this.#silence.end();
          return answers.ready(params);
        },
      },
      events: {},
      listeners: {},
      asks: {},
      onError,
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
      this.#expectReady();
    });
    panel.onDidDispose(() => {
      this.#channel.close();
      this.#silence.end();
    });
    this.load();
  }

  /** Loads the page, or loads it anew. */
  load(): void {
    const { webview, title } = this.#panel;
    const uriOf = (name: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#dist, name)).toString();
    this.#isReady = false;
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      scriptUri: uriOf('inspector.js'),
      styleUri: uriOf('inspector.css'),
      nonce: newNonce(),
      locale: vscode.env.language,
      title,
    });
    this.#expectReady();
  }

  /** A new panel beside the editor. */
  static create(): vscode.WebviewPanel {
    return vscode.window.createWebviewPanel(
      inspectorViewType,
      vscode.l10n.t('Token Inspector'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
  }

  /** Brings the panel to the front where it is, leaving the keyboard with the editor. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Tells the page something, if it listens; a page that comes later is told everything when it says `ready`. */
  readonly emit: PageChannel['emit'] = (name, params) => {
    if (this.#isReady) this.#channel.emit(name, params);
  };

  onDidDispose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #expectReady(): void {
    if (this.#panel.visible && !this.#isReady) this.#silence.begin();
    else this.#silence.end();
  }
}
