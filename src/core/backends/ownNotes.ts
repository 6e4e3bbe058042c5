import type { Key } from '../keys/key';
import type { Policy } from '../verify/policy';
import { isEncrypted } from './askJose';
import type { BackendName, BackendNote } from './backendVerdict';
import { isPemAsked, isPrivateSource, keySource } from './reproduce/keySource';

/** What may be expected and a library has no option for. */
const unchecked: Readonly<Record<BackendName, readonly ('required' | 'type' | 'maxAge')[]>> = {
  pyjwt: ['type', 'maxAge'],
  jsonwebtoken: ['required', 'type'],
  jose: [],
};

/** What a reader should know of the question itself, as it could be put to that library. */
export function ownNotes(
  backend: BackendName,
  { token, key, expected }: { readonly token: string; readonly key: Key; readonly expected: Policy },
): readonly BackendNote[] {
  if (isEncrypted(token) && backend !== 'jose') return [{ code: 'encryptedUnread', facts: {} }];
  const source = keySource(key);
  const notes: BackendNote[] = unchecked[backend]
    .filter((expectation) => expected[expectation] !== undefined)
    .map((expectation) => ({ code: 'expectationUnchecked', facts: { expectation } }));
  if (backend === 'pyjwt' && !expected.algorithms) notes.push({ code: 'algorithmsOfKeyType', facts: {} });
  // jsonwebtoken takes the public half by itself.
  const isHalf = backend !== 'jsonwebtoken' && isPrivateSource(source) && !isEncrypted(token);
  if (isHalf) notes.push({ code: 'publicHalf', facts: {} });
  const isPem = backend === 'pyjwt' ? source === 'otherFile' : isPemAsked(source);
  if (isPem) notes.push({ code: 'keyAsPem', facts: {} });
  if (backend !== 'pyjwt' && key.material.kty === 'AKP') notes.push({ code: 'runtimeDependent', facts: {} });
  return notes;
}
