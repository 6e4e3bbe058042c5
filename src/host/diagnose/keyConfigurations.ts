import * as vscode from 'vscode';
import { envValue, readEnvFile } from '../../core/keys/candidates/envFile';
import { isNamedLikeSecret } from '../../core/keys/candidates/namedLikeSecret';
import type { KeyConfiguration } from '../../core/diagnose/diagnosis';
import type { FoundToken } from '../documents/foundToken';
import { readSmallFile } from '../documents/readSmallFile';
import { namedReferences } from '../keys/namedReferences';
import { nearbyValues } from '../keys/nearbyKeys';
import type { WorkspaceKeys } from '../keys/workspaceKeys';

/** Places looked at, at most; the search is bounded in time besides. */
const maximumPlaces = 60;
/** Octets. */
const maximumFileSize = 1_048_576;

/**
 * The workspace's keys as they are configured, to the last octet: what a backend would be given. Ids are those of the known
 * keys without their `#index`. What cannot be read now is left out.
 */
export async function keyConfigurations(
  keys: WorkspaceKeys,
  found: FoundToken,
): Promise<readonly KeyConfiguration[]> {
  const configurations = [
    ...(await secretConfigurations(keys)),
    ...(await fileConfigurations(keys)),
    ...(await variableConfigurations(keys)),
    ...nearbyValues(found.place).map(({ name, value, uri, line }): KeyConfiguration => {
      return { id: `variable:${uri.toString()}#${name}:${line}`, name, kind: 'secret', text: value };
    }),
  ];
  return configurations.slice(0, maximumPlaces);
}

async function secretConfigurations(keys: WorkspaceKeys): Promise<readonly KeyConfiguration[]> {
  const references = namedReferences().flatMap((one) => one.references);
  const configurations: KeyConfiguration[] = [];
  for (const reference of references) {
    if (reference.kind !== 'secret') continue;
    const { secret: name, encoding } = reference;
    const text = await keys.secrets.get(name);
    if (text !== undefined)
      configurations.push({ id: `secret:${name}`, name, kind: 'secret', text, encoding });
  }
  return configurations;
}

async function fileConfigurations(keys: WorkspaceKeys): Promise<readonly KeyConfiguration[]> {
  const { keys: known, troubles } = await keys.inventory();
  const uris = new Set([
    ...known.flatMap(({ origin }) => (origin.from === 'file' ? [origin.uri] : [])),
    // A damaged key file may be the very cause.
    ...troubles.flatMap(({ uri, problem }) =>
      uri && !problem.code.startsWith('store.') ? [uri.toString()] : [],
    ),
  ]);
  const configurations: KeyConfiguration[] = [];
  for (const id of [...uris].slice(0, maximumPlaces)) {
    const uri = vscode.Uri.parse(id);
    const bytes = await readSmallFile(uri, maximumFileSize);
    const passphrase = await keys.passphrases.get(uri);
    const name = vscode.workspace.asRelativePath(uri);
    if (bytes)
      configurations.push({
        id,
        name,
        kind: 'file',
        bytes,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
  }
  return configurations;
}

async function variableConfigurations(keys: WorkspaceKeys): Promise<readonly KeyConfiguration[]> {
  const { keys: known } = await keys.inventory();
  const uris = new Set(known.flatMap(({ origin }) => (origin.from === 'variable' ? [origin.uri] : [])));
  const configurations: KeyConfiguration[] = [];
  for (const id of uris) {
    const bytes = await readSmallFile(vscode.Uri.parse(id), maximumFileSize);
    if (!bytes) continue;
    for (const { name, raw, line } of readEnvFile(new TextDecoder().decode(bytes))) {
      if (!isNamedLikeSecret(name) || envValue(raw) === '') continue;
      configurations.push({ id: `variable:${id}#${name}:${line}`, name, kind: 'env', text: raw });
    }
  }
  return configurations;
}
