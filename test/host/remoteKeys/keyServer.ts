import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server on this machine that plays an issuer, and counts who asks. */
export class KeyServer {
  /** Path -> what is answered there; 404 elsewhere. */
  readonly answers = new Map<string, Answer>();
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[] = [];
  readonly #server = createServer((request, response) => {
    const path = request.url ?? '';
    this.requests.push({ path, headers: request.headers });
    const answer = this.answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end('no such page');
  });

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  url(path: string): string {
    return `http://${this.host}${path}`;
  }

  /** Answers a path with JSON. */
  json(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
    this.answers.set(path, (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body)),
    );
  }

  status(path: string, status: number, headers: Readonly<Record<string, string>> = {}): void {
    this.answers.set(path, (_request, response) => response.writeHead(status, headers).end());
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
