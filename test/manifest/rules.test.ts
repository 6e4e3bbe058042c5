import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { defaultLevels, type RemarkCode } from '../../src/core/editor/remark';
import { findingWording } from '../../src/core/present/findingWording';
import { assertSameNames } from '../support/sameNames';

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
  const known = { place: 'defaultLevels of remark.ts', names: Object.keys(defaultLevels) };
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

  it('has a section for each rule, with the level it has by default', () => {
    const sections = [...page.matchAll(/^### (\w+)\n\n\*(\w+)\*/gm)].map(([, code, level]) => [code, level]);
    assertSameNames({ place: 'docs/rules.md', names: sections.map(([code]) => code) }, known);
    assert.deepEqual(Object.fromEntries(sections), defaultLevels);
  });

  it('tells of the same rules as the setting and the wording', () => {
    const setting = manifest.contributes.configuration
      .map(({ properties }) => properties['claimcheck.diagnostics.rules'])
      .find((one) => one !== undefined);
    const place = 'the setting claimcheck.diagnostics.rules in package.json';
    assertSameNames({ place, names: setting!.propertyNames!.enum }, known);
    const others: readonly RemarkCode[] = ['expired', 'liveToken', 'malformed', 'weakKey'];
    const worded = [...Object.keys(findingWording), ...others];
    assertSameNames({ place: 'findingWording.ts', names: worded }, known);
  });
});
