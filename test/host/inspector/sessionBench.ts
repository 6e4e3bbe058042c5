import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { summarizeCause } from '../../../src/core/diagnose/causeSummary';
import type { Cause } from '../../../src/core/diagnose/diagnosis';
import type { Inspection } from '../../../src/core/inspect/inspection';
import { inspectToken } from '../../../src/core/inspect/inspectToken';
import { parseToken } from '../../../src/core/jose/parseToken';
import type { Token } from '../../../src/core/jose/token';
import type { KnownKey } from '../../../src/core/keys/key';
import { Decryptor } from '../../../src/host/decrypt/decryptor';
import { tokenAtPosition } from '../../../src/host/documents/documentTokens';
import type { FoundToken } from '../../../src/host/documents/foundToken';
import { InspectorSession, type InspectorPorts } from '../../../src/host/inspector/inspectorSession';
import { ChannelError } from '../../../src/protocol/channel';
import { aReport, fullSummary, reportMoment } from '../../support/aReport';
import { tutorial, untitled } from '../support';
import { FakePanel } from './fakePanel';

/** The key of the fake inventory. */
export const known: KnownKey = {
  id: fullSummary.id,
  key: { material: { kty: 'oct', k: new Uint8Array([1, 2, 3]) }, labels: {}, format: 'secret' },
  origin: fullSummary.origin,
};

/** A key that opens tokens encrypted with `dir`. */
const direct: KnownKey = {
  id: 'direct',
  key: { material: { kty: 'oct', k: new Uint8Array(32).fill(7) }, labels: {}, format: 'secret' },
  origin: { from: 'secretStorage', name: 'direct' },
};

const cause: Cause = {
  status: 'cause',
  code: 'token-padded',
  also: [],
  evidence: 'verified',
  facts: {},
  key: 'secret:api',
  repaired: 'eyJhbGciOiJIUzI1NiJ9.e30.repaired-text',
  secretOctets: new TextEncoder().encode('never-to-be-sent'),
  noticed: [],
};
const damaged = { diagnosis: cause, cause: summarizeCause(cause, 'api'), keyName: 'api' } as const;

export type Verify = InspectorPorts['verifier']['verify'];

/** A session over a fake panel; what is verified, with which key, is noted. */
export class Bench {
  readonly panel = new FakePanel();
  readonly asked: { readonly text: string; readonly picked: KnownKey | undefined }[] = [];
  readonly logged: string[] = [];
  readonly fixed: string[] = [];
  /** The tokens that were to be shown when no page said it was there. */
  readonly unseen: (string | undefined)[] = [];
  readonly session: InspectorSession;
  picks: KnownKey | undefined = known;

  constructor(verify?: Verify) {
    const answer: Verify = (text) => Promise.resolve({ ...readAtMoment(text), report: aReport() });
    const log = (message: string): void => void this.logged.push(message);
    this.session = new InspectorSession({
      extensionUri: vscode.Uri.parse('file:///extension'),
      verifier: {
        moment: () => reportMoment,
        verify: (text, settings, options) => {
          this.asked.push({ text, picked: options?.picked });
          return (verify ?? answer)(text, settings, options);
        },
      },
      keys: {
        key: (id) => Promise.resolve(id === known.id ? known : undefined),
        inventory: () => Promise.resolve({ keys: [known], troubles: [] }),
      },
      pickKey: () => Promise.resolve(this.picks),
      decryptor: new Decryptor(
        { inventory: () => Promise.resolve({ keys: [direct], troubles: [] }) },
        () => reportMoment,
        () => true,
      ),
      explain: {
        isWanted: ({ signatures: [{ status }] }) => status === 'invalid',
        search: (about) => Promise.resolve({ ...damaged, about }),
        applyFix: (fix) => {
          this.fixed.push(fix.kind);
          return Promise.resolve();
        },
      },
      patience: 100,
      onSilent: (found) => {
        this.unseen.push(found?.text);
        return Promise.resolve();
      },
      log: { info: log, warn: log, error: log, show: () => undefined },
    });
  }

  /** Opens the panel, lets the page say that it is there, and shows a token. */
  async open(found: FoundToken): Promise<void> {
    await this.session.restore(this.panel, undefined);
    await this.panel.page.request('ready', {});
    await this.session.show(found);
    await this.panel.wireSettled();
  }
}

/** What `verify` answers besides its report. */
export function readAtMoment(text: string): { token: Token; inspection: Inspection } {
  const token = parseToken(text);
  return { token, inspection: inspectToken(token, reportMoment) };
}

/** A document with a token on its second line. */
export async function inDocument(
  before = 'Authorization: Bearer ',
): Promise<{ document: vscode.TextDocument; found: FoundToken }> {
  const document = await untitled(`first line\n${before}${tutorial.hs256}\nlast line\n`);
  const found = tokenAtPosition(document, new vscode.Position(1, before.length + 5));
  assert.ok(found);
  return { document, found };
}

/** Whether a request was refused with a code. */
export function withCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof ChannelError && error.code === code;
}
