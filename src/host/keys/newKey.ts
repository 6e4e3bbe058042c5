import type * as vscode from 'vscode';
import { KeyFileReader } from './keyFileReader';
import type { Passphrases } from './passphrases';
import { troubleText } from './troubleText';

/** Nothing is remembered while a file is only being looked at. */
const noPassphrases = {
  get: () => Promise.resolve(undefined),
  generation: () => 0,
} satisfies Pick<Passphrases, 'get' | 'generation'>;

/** Why a file cannot be added as a key, as a sentence; undefined where it can. A file that only wants its passphrase can. */
export async function keyProblemIn(uri: vscode.Uri): Promise<string | undefined> {
  const { keys, troubles } = await new KeyFileReader(noPassphrases).read({ uri });
  const [trouble] = troubles;
  if (keys.length > 0 || trouble === undefined || trouble.problem.code.startsWith('passphrase'))
    return undefined;
  return troubleText(trouble);
}
