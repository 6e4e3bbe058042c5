import assert from 'node:assert/strict';
import { strayDeeds, type Places } from './allowed';
import type { Deed } from './recorder';

const places: Places = {
  origins: ['http://127.0.0.1:8080'],
  folders: { '/t/server': 'server', '/t/samples': 'workspace', '/t/home': 'home', '/t/tmp': 'tmp' },
};
const strays = (deed: Partial<Deed> & Pick<Deed, 'kind' | 'what'>): readonly string[] =>
  strayDeeds([{ at: 1, who: 'extensionHost', ours: false, ...deed }], places, () => 'a test');

describe('what may be done while UI tests run', () => {
  for (const deed of [
    { kind: 'request', who: 'page', what: 'http://127.0.0.1:8080/static/workbench.js' },
    { kind: 'websocket', who: 'page', what: 'ws://127.0.0.1:8080/?reconnectionToken=1' },
    { kind: 'write', what: '/t/server/data/logs/20260101/exthost1/claimcheck.claimcheck/Claimcheck.log' },
    { kind: 'write', what: '/t/samples/.vscode/settings.json' },
  ] as const)
    it(`allows ${deed.kind} ${deed.what}`, () => assert.deepEqual(strays(deed), []));

  for (const deed of [
    { kind: 'request', who: 'page', what: 'https://login.example.com/.well-known/openid-configuration' },
    { kind: 'request', who: 'page', what: 'http://127.0.0.1:80801/' },
    { kind: 'websocket', who: 'page', what: 'wss://elsewhere.example/' },
    { kind: 'lookup', what: 'login.example.com' },
    { kind: 'lookup', what: 'open-vsx.org' },
    { kind: 'connect', what: '127.0.0.1:9999' },
    { kind: 'spawn', what: '/bin/sh -c curl https://elsewhere.example' },
    { kind: 'thread', what: '/t/tmp/stray.js' },
    { kind: 'write', what: '/t/samples/keys/new.pem' },
    { kind: 'write', what: '/t/tmp/token.txt' },
    { kind: 'write', what: '/t/home/.bash_history' },
    { kind: 'write', what: '/etc/cron.d/stray' },
    { kind: 'write', what: '/t/server/data/User/globalStorage/claimcheck.claimcheck/keys.json' },
  ] as const)
    it(`names the test that made: ${deed.kind} ${deed.what}`, () => {
      const [stray, ...others] = strays(deed);
      assert.match(stray, /, during: a test$/);
      assert.deepEqual(others, []);
    });
});
