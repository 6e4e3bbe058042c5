import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { tutorial } from './tutorial';

const messages: string[] = [];

/** Writes down every message between a panel's page and VS Code, both ways, in all windows of a browser. */
export async function recordMessages(context: BrowserContext): Promise<void> {
  await context.exposeBinding('claimcheckHeard', (_source, text: string) => void messages.push(text));
  await context.addInitScript(() => {
    const page = globalThis as { claimcheckHeard?: (text: string) => unknown };
    // VS Code and the frame of a webview talk through a port; the page itself is written into a frame within.
    const ports = MessagePort.prototype as {
      postMessage: (this: MessagePort, ...args: unknown[]) => void;
    };
    const { postMessage } = ports;
    ports.postMessage = function (...args): void {
      page.claimcheckHeard?.(JSON.stringify(args[0]));
      postMessage.apply(this, args);
    };
  });
}

/** What was heard since the test began. */
export function heard(): string {
  return messages.join('\n');
}

/** Members of a private JWK or a secret one (RFC 7518 §6), with quotes that may be escaped. */
const privateMember = /"(?:d|p|q|dp|dq|qi|k|priv)\\*"\s*:\s*\\*"[\w-]{16,}/;

/**
 * Forgets what was heard, once it is sure that no key material was in it: no private key in PEM or JWK, no line of the private
 * key of the samples, no secret of theirs. Keys stay in the host; only summaries cross.
 */
export function assertNoKeyMaterialHeard(workspace: string): void {
  const text = heard();
  messages.length = 0;
  assert.ok(!text.includes('PRIVATE KEY-----'), 'a private key crossed as PEM');
  assert.doesNotMatch(text, privateMember, 'a private key or secret crossed as JWK');
  const lines = readFileSync(join(workspace, 'keys', 'gateway-private.pem'), 'utf8')
    .split('\n')
    .slice(2, -2);
  assert.ok(lines.length > 0);
  const secrets = [tutorial.secret, Buffer.from(tutorial.secret).toString('base64url')];
  for (const secret of [...lines, ...secrets])
    assert.ok(!text.includes(secret), 'a secret of the samples crossed');
}
