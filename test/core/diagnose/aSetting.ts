import assert from 'node:assert/strict';
import { Checker } from '../../../src/core/diagnose/checker';
import type { CauseCode } from '../../../src/core/diagnose/codes';
import { readConfiguredKeys } from '../../../src/core/diagnose/configuredKeys';
import type { KeyConfiguration } from '../../../src/core/diagnose/diagnosis';
import { Pace } from '../../../src/core/diagnose/pace';
import { readParts } from '../../../src/core/diagnose/parts';
import { readSiblings } from '../../../src/core/diagnose/sibling';
import { plainStance, type Setting, type Stance, type Variant } from '../../../src/core/diagnose/stance';
import { realPort } from '../../support/realPort';

/** What a cause may look at, around a token. */
export async function settingOf(
  token: string,
  keys: readonly KeyConfiguration[] = [],
  siblings: readonly string[] = [],
  document?: string,
): Promise<Setting> {
  return {
    keys: await readConfiguredKeys(keys),
    siblings: readSiblings(siblings, token),
    document,
    token,
    checker: new Checker(),
    pace: new Pace(realPort(), 60_000),
  };
}

/** A text as the search sees it. */
export const variantOf = (text: string, causes: readonly CauseCode[] = []): Variant => ({
  text,
  causes,
  parts: readParts(text),
});

/** The plain view of a token's first signature. */
export function stanceOf(token: string, setting: Setting): Stance {
  const [parts] = readParts(token);
  assert.ok(parts, token);
  return plainStance(parts, setting);
}
