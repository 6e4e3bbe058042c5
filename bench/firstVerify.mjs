import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundles.mjs';
import { contest, ratios, summary } from './contest.mjs';
import { hasPackage } from './peers.mjs';

const child = fileURLToPath(new URL('verifyOnce.cjs', import.meta.url));

/** Name -> its entry and the package it needs. */
const contenders = {
  ours: { entry: 'claimcheck.mjs' },
  'ours again': { entry: 'claimcheck.mjs' },
  'node:crypto': { entry: 'nodeCrypto.mjs' },
  'WebCrypto alone': { entry: 'webCrypto.mjs' },
  jose: { entry: 'jose.mjs', package: 'jose' },
  jsonwebtoken: { entry: 'jsonwebtoken.mjs', package: 'jsonwebtoken' },
  'fast-jwt': { entry: 'fastJwt.mjs', package: 'fast-jwt' },
};

/** A fresh RS256 token and the key that verifies it. */
function freshInputs() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const moment = Math.floor(Date.now() / 1000);
  const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({ sub: '42', exp: moment + 3600 })}`;
  const token = `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
  return { token, pem: publicKey.export({ type: 'spki', format: 'pem' }), moment };
}

/** Goal 9: a process that has not verified yet loads the code, imports a PEM key and verifies one RS256 token. */
export async function raceFirstVerify({ folder, rounds }) {
  const inputs = join(folder, 'inputs.json');
  writeFileSync(inputs, JSON.stringify(freshInputs()));
  const runs = {};
  const kilobytes = {};
  for (const [name, contender] of Object.entries(contenders)) {
    if (contender.package !== undefined && !hasPackage(contender.package)) continue;
    const { path, kilobytes: size } = await bundle(contender.entry, folder);
    kilobytes[name] = size;
    runs[name] = () => Number(execFileSync(process.execPath, [child, path, inputs], { encoding: 'utf8' }));
  }
  const times = await contest(runs, 3 * rounds);
  const peers = Object.keys(runs).filter((name) => !name.startsWith('ours'));
  return {
    control: ratios(times, 'ours', 'ours again'),
    milliseconds: Object.fromEntries(Object.keys(runs).map((name) => [name, summary(times[name])])),
    kilobytes,
    // Part of a peer's time: below 1 is faster than it.
    share: Object.fromEntries(peers.map((name) => [name, ratios(times, name, 'ours')])),
  };
}
