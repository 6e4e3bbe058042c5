import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { KeyConfiguration } from '../../../src/core/diagnose/diagnosis';
import { encodeBase64url, encodeBase64 } from '../../../src/core/encoding/base64url';
import { generateKey } from '../../../src/core/keys/generateKey';
import { writeKey } from '../../../src/core/keys/write/writeKey';
import { BackgroundWorkers } from '../../../src/host/platform/backgroundWorkers';
import type { DiagnosisTask } from '../../../src/protocol/workerTasks';
import { hs256 } from '../support';

/** Workers of the extension under test. */
export function workers(): BackgroundWorkers {
  return new BackgroundWorkers(vscode.extensions.getExtension('claimcheck.claimcheck')!.extensionUri);
}

/** A token of ML-DSA that no key made, with keys that all fit: a search that takes seconds. */
export async function longSearch(): Promise<DiagnosisTask> {
  const keys: KeyConfiguration[] = [];
  for (let index = 0; index < 12; index++) {
    const key = await generateKey({ kty: 'AKP', alg: 'ML-DSA-65' });
    assert.ok(!('code' in key));
    const bytes = new TextEncoder().encode((await writeKey(key, 'publicJwk')) as string);
    keys.push({ id: `key-${index}`, kind: 'file', bytes });
  }
  const encode = (value: object): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
  const signature = encodeBase64url(new Uint8Array(3309).fill(7));
  return {
    token: `${encode({ alg: 'ML-DSA-65' })}.${encode({ sub: '42' })}.${signature}`,
    keys,
    tier: 'all',
  };
}

/** A token whose secret is configured as text and is base64. */
export async function shortSearch(): Promise<DiagnosisTask> {
  const secret = 'umber-cedar-harbor-dcd0';
  return {
    token: await hs256({ sub: '42' }, secret),
    keys: [{ id: 'key', kind: 'secret', text: encodeBase64(new TextEncoder().encode(secret)) }],
    tier: 'all',
  };
}
