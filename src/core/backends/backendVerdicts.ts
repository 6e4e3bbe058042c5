import type { Key } from '../keys/key';
import type { Policy } from '../verify/policy';
import { askJose } from './askJose';
import { askJsonwebtoken } from './askJsonwebtoken';
import { askPyjwt } from './askPyjwt';
import { ownNotes } from './ownNotes';
import type { BackendVerdict } from './backendVerdict';

/**
 * "What would my backend say": for a token (its text, compact), one key and what is expected, the answers of PyJWT,
 * jsonwebtoken and jose, in this order, each with a program that reproduces it. `now` is in seconds since the epoch. A
 * private key stands for its public half, as a backend would have it. Never throws for anything a token or key can hold.
 *
 * `backendVerdicts(token: string, key: Key, expectations: Policy, now: number): Promise<readonly BackendVerdict[]>`;
 * sentences and rows of the result: `core/present/backendText.ts`. The result is plain data without key or token, apart
 * from what the libraries' own messages quote.
 */
export async function backendVerdicts(
  token: string,
  key: Key,
  expectations: Policy,
  now: number,
): Promise<readonly BackendVerdict[]> {
  const verdicts = await Promise.all(
    [askPyjwt, askJsonwebtoken, askJose].map((ask) => ask(token, key, expectations, now)),
  );
  return verdicts.map((verdict) => ({
    ...verdict,
    notes: [...ownNotes(verdict.backend, { token, key, expected: expectations }), ...verdict.notes],
  }));
}
