import * as vscode from 'vscode';
import { openChannel, type Channel } from '../../../src/protocol/channel';
import {
  hostRequests,
  inspectorEvents,
  type HostRequests,
  type ShownContent,
  type ShownDisclosures,
  type ShownExpected,
  type ShownNothing,
  type ShownReport,
  type ShownSearch,
  type ShownToken,
} from '../../../src/protocol/messages';
import { MemoryWire } from '../../support/memoryWire';

type PageEvent =
  | { readonly name: 'showToken'; readonly params: ShownToken }
  | { readonly name: 'showReport'; readonly params: ShownReport }
  | { readonly name: 'showExpected'; readonly params: ShownExpected }
  | { readonly name: 'showDisclosures'; readonly params: ShownDisclosures }
  | { readonly name: 'showContent'; readonly params: ShownContent }
  | { readonly name: 'showSearch'; readonly params: ShownSearch }
  | { readonly name: 'showNothing'; readonly params: ShownNothing };

/** A webview panel whose page is the test itself: it hears what the host tells, and asks what a page may ask. */
export class FakePanel implements vscode.WebviewPanel {
  readonly wire = new MemoryWire();
  readonly events: PageEvent[] = [];
  readonly viewType = 'fake';
  readonly options: vscode.WebviewPanelOptions = {};
  title = 'Token Inspector';
  viewColumn: vscode.ViewColumn | undefined = vscode.ViewColumn.Two;
  active = false;
  visible = true;
  revealed = 0;
  isDisposed = false;
  readonly #disposed = new vscode.EventEmitter<void>();
  readonly #viewState = new vscode.EventEmitter<vscode.WebviewPanelOnDidChangeViewStateEvent>();
  readonly onDidDispose = this.#disposed.event;
  readonly onDidChangeViewState = this.#viewState.event;
  readonly webview: vscode.Webview;
  #page: Channel<HostRequests, Record<string, never>>;

  constructor() {
    const { wire } = this;
    this.webview = {
      options: {},
      html: '',
      cspSource: 'https://panel.test',
      onDidReceiveMessage: (listener) => new vscode.Disposable(wire.left.subscribe(listener)),
      postMessage: (message: unknown) => {
        wire.left.post(message);
        return Promise.resolve(true);
      },
      asWebviewUri: (uri) => uri,
    };
    this.#page = this.#openPage();
  }

  /** What the page asks of the host. */
  get page(): Channel<HostRequests, Record<string, never>> {
    return this.#page;
  }

  /** Hides the panel, which throws its page away. */
  hide(): void {
    this.visible = false;
    this.#page.close();
    this.#viewState.fire({ webviewPanel: this });
  }

  /** Shows it again, with a new page that knows nothing. */
  show(): void {
    this.visible = true;
    this.#page = this.#openPage();
    this.#viewState.fire({ webviewPanel: this });
  }

  /** The last event of a name. */
  last<Name extends PageEvent['name']>(name: Name): Extract<PageEvent, { name: Name }>['params'] | undefined {
    return this.events.findLast((event) => event.name === name)?.params as never;
  }

  /** Lets every message that is under way arrive. */
  wireSettled(): Promise<void> {
    return MemoryWire.settled();
  }

  reveal(): void {
    this.revealed++;
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.#disposed.fire();
  }

  #openPage(): Channel<HostRequests, Record<string, never>> {
    return openChannel({
      port: this.wire.right,
      requests: {},
      answers: {},
      events: inspectorEvents,
      listeners: {
        showToken: (params) => this.events.push({ name: 'showToken', params }),
        showReport: (params) => this.events.push({ name: 'showReport', params }),
        showExpected: (params) => this.events.push({ name: 'showExpected', params }),
        showDisclosures: (params) => this.events.push({ name: 'showDisclosures', params }),
        showContent: (params) => this.events.push({ name: 'showContent', params }),
        showSearch: (params) => this.events.push({ name: 'showSearch', params }),
        showNothing: (params) => this.events.push({ name: 'showNothing', params }),
      },
      asks: hostRequests,
      onError: (error) => {
        throw error;
      },
    });
  }
}
