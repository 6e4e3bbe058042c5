import assert from 'node:assert/strict';
import type { BackendOutcome } from '../../../src/core/backends/backendVerdict';

/** What a library threw, as an outcome. */
export function thrownOutcome(thrown: unknown): BackendOutcome {
  assert.ok(thrown instanceof Error, 'a library threw something that is no error');
  const { name, message } = thrown;
  const member = (of: 'code' | 'claim' | 'reason'): Record<string, string> => {
    const value: unknown = Reflect.get(thrown, of);
    return typeof value === 'string' ? { [of]: value } : {};
  };
  return {
    status: 'refused',
    className: name,
    message,
    messageKind: 'exact',
    ...(/^ERR_J/.test(member('code')['code'] ?? '')
      ? { ...member('code'), ...member('claim'), ...member('reason') }
      : {}),
  };
}

/** Class, code, message, claim and reason. Words of the runtime are compared on the version they were taken from. */
export function sameOutcome(found: BackendOutcome, expected: BackendOutcome, about: string): void {
  if (found.status === 'accepted' || expected.status === 'accepted' || found.messageKind === 'exact')
    assert.deepEqual(found, expected, about);
  else {
    const message = process.versions.node.startsWith('20.') ? expected.message : found.message;
    assert.deepEqual(found, { ...expected, messageKind: 'varies', message }, about);
  }
}
