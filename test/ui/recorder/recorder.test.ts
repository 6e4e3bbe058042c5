import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser.mjs';
import { waitFor } from '../support/waitFor';
import { Recorder } from './recorder';

/** What a page that leaks would do, by each of the ways there are; the addresses lead nowhere. */
const page = `<!doctype html>
<iframe srcdoc="<script>fetch('http://127.0.0.1:9999/by-frame').catch(() => 0)</script>"></iframe>
<script>
  const quietly = (address) => fetch(address).catch(() => 0);
  quietly('http://127.0.0.1:9999/by-page');
  new Image().src = 'http://127.0.0.1:9999/by-image';
  navigator.sendBeacon('http://127.0.0.1:9999/by-beacon', 'a secret');
  new WebSocket('ws://127.0.0.1:9999/by-socket');
  const code = "fetch('http://127.0.0.1:9999/by-worker').catch(() => 0)";
  new Worker(URL.createObjectURL(new Blob([code])));
</script>`;

describe('the recorder of pages', () => {
  let browser: Browser;
  let server: Server;
  before(async () => {
    browser = (await launchBrowser()).browser;
    server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('hears what a page, its frames and its workers ask for, and knows during which test', async () => {
    const recorder = new Recorder();
    recorder.begin('a test that leaks');
    const context = await browser.newContext();
    recorder.watch(context);
    const { port } = server.address() as AddressInfo;
    await (await context.newPage()).goto(`http://127.0.0.1:${port}/`);
    for (const way of ['page', 'image', 'beacon', 'frame', 'worker', 'socket'])
      await waitFor(`a record of what was asked by ${way}`, () =>
        Promise.resolve(recorder.deeds().some(({ what }) => what.endsWith(`:9999/by-${way}`))),
      );
    const beacon = recorder.deeds().find(({ what }) => what.endsWith('/by-beacon'));
    assert.equal(beacon?.body, 'a secret');
    assert.equal(recorder.testAt(beacon.at), 'a test that leaks');
    await context.close();
  });
});
