import assert from 'node:assert/strict';
import { isRemarkCode, readLevels } from '../../src/core/editor/remark';
import { readJson } from '../../src/core/encoding/json';
import { profileFor } from '../../src/core/verify/profile';
import { readProfiles } from '../../src/core/verify/readProfiles';
import { readKeyReferences, secretEncodings } from '../../src/host/keys/keyReference';
import { settingIds } from '../../src/host/platform/ids';
import { settingsFrom, type SettingReader } from '../../src/host/platform/settingsFrom';
import { surfaceSettingIds } from '../../src/host/surfaces/surfaceIds';
import { surfaceSettingsFrom } from '../../src/host/surfaces/surfaceSettingsFrom';
import { changed } from './mutate';
import type { Random } from './random.mjs';
import type { Target } from './target';

/** Values people write, and some they should not. */
const values: readonly unknown[] = [
  ...[true, false, null, 0, -1, 60, '', 'off', 'all', 'error', 'Europe/Berlin', 'Mars/Olympus'],
  ...[
    '**/*.pem',
    '../../etc/passwd',
    '/etc/shadow',
    'C:\\keys\\a.pem',
    'file:///etc/passwd',
    '~/.ssh/id_rsa',
  ],
  ...['https://a.example/*', '*', 'https://a.example*', '__proto__', 'constructor', '$(key) [x](command:x)'],
  { file: 'keys/public.pem', kid: 'a' },
  { file: 'a/../../b.pem' },
  { secret: 'name', encoding: 'base64' },
  { jwks: 'https://a.example/jwks.json' },
  { k: 'c2VjcmV0' },
  { issuer: 'https://a.example/', audience: ['x'], leeway: 60, algorithms: ['RS256'] },
  { issuer: 'https://a.example/*', maxAge: 3600, required: ['exp'], keys: ['a'] },
  { expired: 'off', algNone: 'error', toString: 'off' },
];
const names = values.flatMap((value) =>
  typeof value === 'object' && value !== null ? Object.keys(value) : String(value),
);
const ids = [...Object.values(settingIds), ...Object.values(surfaceSettingIds)];

function anyValue(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 4 : 8);
  if (kind < 4) return random.pick(values);
  const items = Array.from({ length: random.below(4) }, () => anyValue(random, depth + 1));
  if (kind < 7) return items;
  return Object.fromEntries(items.map((item) => [random.pick(names), item]));
}

/** What a text sets; as JSON reads it, a number too large has no end. Nothing where it is none. */
function settingsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Settings are read whatever was written there: what is wrong counts for nothing, and is told where somebody should know. */
export const settingsTarget: Target = {
  make: (random) => {
    const chosen = ids.filter(() => random.below(3) === 0).map((id) => [id, anyValue(random)]);
    const text = JSON.stringify(Object.fromEntries(chosen), (_, value: unknown) => value).replaceAll(
      'null',
      () => random.pick(['null', '1e999', '-1e999']),
    );
    return random.below(3) === 0 ? changed(text, random) : text;
  },
  run: (text) => {
    const written = settingsOf(text);
    const read: SettingReader = (id) => (Object.hasOwn(written, id) ? written[id] : undefined);
    const settings = settingsFrom(read);
    checkSettings(settings);
    checkSurfaces(read);
    checkReferences(settings.keys);
    checkProfiles(settings.profiles);
    const levels = readLevels(read(surfaceSettingIds.diagnosticsRules));
    assert.deepEqual(Object.keys(levels), Object.keys(readLevels(undefined)));
    for (const [code, level] of Object.entries(levels))
      assert.ok(isRemarkCode(code) && ['off', 'hint', 'information', 'warning', 'error'].includes(level));
  },
};

function checkSettings(settings: ReturnType<typeof settingsFrom>): void {
  assert.ok(Number.isFinite(settings.clockTolerance) && settings.clockTolerance >= 0, 'clock tolerance');
  for (const list of [settings.keyFilesInclude, settings.keyFilesExclude])
    assert.ok(list.every((item) => typeof item === 'string'));
  // Throws for a zone there is none of.
  new Date(0).toLocaleString('en', { timeZone: settings.timeZone });
}

function checkSurfaces(read: SettingReader): void {
  const { ignore, colors, ...others } = surfaceSettingsFrom(read);
  assert.ok(ignore.every((item) => typeof item === 'string'));
  assert.ok(['off', 'underCursor', 'all'].includes(colors));
  for (const [name, value] of Object.entries(others)) {
    if (name === 'rules') continue;
    assert.equal(typeof value, 'boolean', name);
    assert.ok(read(surfaceSettingIds.enabled) !== false || !value, `${name} is on though all is off`);
  }
}

/** Every entry is a reference or a fault; a relative file lies in its folder, by the platform's own reckoning. */
function checkReferences(setting: unknown): void {
  const { references, faults } = readKeyReferences(setting);
  const entries = Array.isArray(setting) ? setting.length : 0;
  assert.equal(references.length + faults.length, entries);
  for (const reference of references) {
    if (reference.kind === 'secret') assert.ok(secretEncodings.includes(reference.encoding));
    if (reference.kind !== 'file' || /^[a-z][a-z0-9+.-]+:\/\//i.test(reference.file)) continue;
    const path = reference.file.split(/[/\\]/).map(encodeURIComponent).join('/');
    const { pathname } = new URL(`./${path}`, 'file:///workspace/folder/');
    assert.ok(`${pathname}/`.startsWith('/workspace/folder/'), `${reference.file} lies outside`);
  }
}

/** Every entry is used or a fault, and a profile is chosen for no issuer it does not name. */
function checkProfiles(setting: unknown): void {
  const { profiles, faults } = readProfiles(setting);
  assert.equal(profiles.length + faults.length, Array.isArray(setting) ? setting.length : 0);
  for (const iss of [
    'https://a.example/',
    'https://a.example/b',
    'https://a.example.evil/',
    '__proto__',
    '*',
  ]) {
    const { node } = readJson(JSON.stringify({ iss }));
    const profile = profileFor(node?.type === 'object' ? node : undefined, profiles);
    if (profile === undefined) continue;
    const { issuer } = profile;
    const beginning = issuer.endsWith('*') ? issuer.slice(0, -1) : issuer;
    assert.ok(iss === issuer || (issuer.endsWith('*') && iss.startsWith(beginning)), `${issuer} for ${iss}`);
  }
}
