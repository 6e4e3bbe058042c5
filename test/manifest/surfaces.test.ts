import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandIds, stepContexts, toolNames } from '../../src/host/platform/ids';

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group: string;
}
interface Step {
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly contributes: {
    readonly keybindings?: unknown;
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly when: string;
      readonly toolReferenceName: string;
      readonly inputSchema: { readonly properties: object; readonly additionalProperties: boolean };
    }[];
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const text = (name: string): string => strings[name.slice(1, -1)];

describe('the menu for a token', () => {
  it('is there only where a token is under the cursor, and takes no key of the keyboard', () => {
    assert.deepEqual(contributes.menus['editor/context'], [
      { submenu: 'claimcheck.editor', when: 'claimcheck.tokenUnderCursor', group: 'z_jwt' },
    ]);
    assert.equal(contributes.keybindings, undefined);
  });

  it('has a place of its own for each entry', () => {
    const places = contributes.menus['claimcheck.editor'].map(({ group }) => group);
    assert.equal(new Set(places).size, places.length, places.join());
  });
});

describe('the walkthrough', () => {
  const [{ steps }] = contributes.walkthroughs;
  const commands: readonly string[] = Object.values(commandIds);
  const contexts: readonly string[] = Object.values(stepContexts);

  it('has four steps, each ticked by what it speaks of', () => {
    assert.equal(steps.length, 4);
    for (const { completionEvents } of steps) {
      assert.ok(completionEvents.length > 0);
      for (const event of completionEvents) {
        const [kind, id] = event.split(':');
        assert.ok((kind === 'onCommand' ? commands : contexts).includes(id), event);
      }
    }
  });

  it('leads to commands there are', () => {
    for (const { description } of steps) {
      const linked = [...text(description).matchAll(/\]\(command:([^)]+)\)/g)].map(([, id]) => id);
      assert.ok(linked.length > 0, description);
      for (const id of linked) assert.ok(commands.includes(id), id);
    }
  });

  it('shows pictures in the colours of the theme, with words for those who do not see them', () => {
    for (const { media } of steps) {
      const svg = readFileSync(media.svg, 'utf8');
      assert.match(svg, /var\(--vscode-editor-background, /);
      assert.doesNotMatch(svg, /<script|<image|href|url\(|\son\w+=/i);
      assert.ok(text(media.altText).length > 10);
    }
  });
});

describe('the tool for language models, in the manifest', () => {
  const [tool, ...others] = contributes.languageModelTools;

  it('has the name the code registers, and is offered only where the user allowed it', () => {
    assert.deepEqual([tool.name, others], [toolNames.inspectToken, []]);
    assert.equal(tool.when, 'config.claimcheck.ai.enabled');
    assert.match(tool.toolReferenceName, /^\w+$/);
  });

  it('asks for a place, never for a token', () => {
    assert.deepEqual(Object.keys(tool.inputSchema.properties), ['file', 'line', 'column']);
    assert.equal(tool.inputSchema.additionalProperties, false);
  });
});
