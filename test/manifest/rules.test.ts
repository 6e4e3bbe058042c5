import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultLevels, type RemarkCode } from '../../src/core/editor/remark';
import { findingWording } from '../../src/core/present/findingWording';

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<string, { readonly propertyNames?: { readonly enum: readonly string[] } } | undefined>
      >;
    }[];
  };
}

describe('the page of rules', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

  it('has a section for each rule, with the level it has by default', () => {
    const sections = [...page.matchAll(/^### (\w+)\n\n\*(\w+)\*/gm)].map(([, code, level]) => [code, level]);
    assert.deepEqual(Object.fromEntries(sections), defaultLevels);
  });

  it('tells of the same rules as the setting and the wording', () => {
    const setting = manifest.contributes.configuration
      .map(({ properties }) => properties['claimcheck.diagnostics.rules'])
      .find((one) => one !== undefined);
    const known = Object.keys(defaultLevels).sort();
    assert.deepEqual(setting!.propertyNames!.enum.toSorted(), known);
    const others: readonly RemarkCode[] = ['expired', 'liveToken', 'malformed', 'weakKey'];
    assert.deepEqual([...Object.keys(findingWording), ...others].sort(), known);
  });
});
