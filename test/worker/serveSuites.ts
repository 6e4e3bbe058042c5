import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves an empty page and the worker's script, on 127.0.0.1 alone, until closed. */
export async function serveSuites(
  script: string,
): Promise<{ readonly port: number; readonly close: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const isScript = url.startsWith('/suites.js');
    response.setHeader(
      'content-type',
      isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    );
    response.end(isScript ? script : '<!doctype html><title>Suites</title>');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
