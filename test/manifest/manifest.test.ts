import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commandIds, inspectorViewType, settingIds, settingsSection } from '../../src/host/platform/ids';
import { surfaceCommandIds, surfaceSettingIds } from '../../src/host/surfaces/surfaceIds';
import { assertSameNames } from '../support/sameNames';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<string, { readonly scope?: string; readonly markdownDescription?: string }>
      >;
    }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>
    >;
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
/** Where ids stand: those that are there from the start, and those of what is loaded later. */
const idFiles = 'ids.ts or surfaceIds.ts';
const strings = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const settings = Object.assign(
  {},
  ...manifest.contributes.configuration.map((group) => group.properties),
) as Readonly<Record<string, { readonly scope?: string; readonly markdownDescription?: string }>>;

describe('the manifest', () => {
  it('contributes exactly the commands the code knows', () => {
    assertSameNames(
      { place: 'package.json', names: manifest.contributes.commands.map(({ command }) => command) },
      { place: idFiles, names: Object.values({ ...commandIds, ...surfaceCommandIds }) },
    );
  });

  it('puts every command under the category JWT', () => {
    for (const command of manifest.contributes.commands)
      assert.equal(command.category, 'JWT', command.command);
  });

  it('contributes exactly the settings the code reads', () => {
    const ids = Object.values({ ...settingIds, ...surfaceSettingIds });
    assertSameNames(
      { place: 'package.json', names: Object.keys(settings) },
      { place: idFiles, names: ids.map((id) => `${settingsSection}.${id}`) },
    );
  });

  it('gives each setting a scope and a description', () => {
    for (const [id, setting] of Object.entries(settings)) {
      assert.ok(setting.scope, `${id} has no "scope" in package.json`);
      assert.ok(setting.markdownDescription, `${id} has no "markdownDescription" in package.json`);
    }
  });

  it('has no setting whose name is the beginning of another, which VS Code could not keep apart', () => {
    const ids = Object.keys(settings);
    for (const id of ids) assert.ok(!ids.some((other) => other.startsWith(`${id}.`)), id);
  });

  it('restricts every setting that says where keys are', () => {
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    for (const id of Object.keys(settings)) {
      const isAboutKeys = /^claimcheck\.(keys|keyFiles|candidates\.envFiles|network|profiles)/.test(id);
      assert.equal(restricted.includes(id), isAboutKeys, id);
    }
  });

  it('offers in menus only commands it contributes', () => {
    const known = new Set(manifest.contributes.commands.map((command) => command.command));
    for (const items of Object.values(manifest.contributes.menus)) {
      for (const { command } of items) if (command) assert.ok(known.has(command), command);
    }
  });

  it('has every %string% it names, and names every string it has', () => {
    const named = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
    assertSameNames(
      { place: 'package.json', names: named },
      { place: 'package.nls.json', names: Object.keys(strings) },
    );
  });

  it('pins the API it is written against to the oldest VS Code it runs in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('pins every dependency to one version and ships none unbundled', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });

  it('has the icon it names, 256 pixels wide and high', () => {
    assert.ok(existsSync(manifest.icon));
    const png = readFileSync(manifest.icon);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
  });

  it('has one view type for the panel', () => {
    assert.match(inspectorViewType, /^claimcheck\./);
  });
});

describe('the front door', () => {
  it('is a table of contents of under 80 lines', () => {
    assert.ok(read('src/extension.ts').split('\n').length < 80);
  });
});
