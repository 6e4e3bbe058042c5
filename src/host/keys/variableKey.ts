import type * as vscode from 'vscode';
import { utf8Bytes } from '../../core/encoding/bytes';
import type { KnownKey } from '../../core/keys/key';

/** A value that may be a key: what it is called and where it stands. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly uri: vscode.Uri;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** The keys a named value holds: the key it spells out, or the secret it is. Values that are neither give none. */
export async function variableKeys({
  name,
  value,
  uri,
  path,
  line,
}: NamedValue): Promise<readonly KnownKey[]> {
  if (value === '') return [];
  const { readKeys } = await import('../../core/keys/readKeys');
  const { keys } = await readKeys({ bytes: utf8Bytes(value) }, { secretEncoding: 'utf8' });
  return keys.map((key, index) => ({
    id: `variable:${uri.toString()}#${name}:${line}.${index}`,
    key,
    origin: { from: 'variable', name, path, uri: uri.toString(), line },
  }));
}
