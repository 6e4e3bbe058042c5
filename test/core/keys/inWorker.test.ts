import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One file for each library that reading may load, with the passphrase. */
const files: readonly (readonly [file: string, passphrase?: string])[] = [
  ['p384/pkcs8.der'],
  ['ed448/pkcs8.pem'],
  ['mldsa65/pkcs8-seed-only.pem'],
  ['p521/spki-compressed-point.pem'],
  ['rsa2048/pkcs8-enc-pbes2-des3.pem', 'correct horse'],
  ['rsa4096/pkcs8-enc-scrypt-aes256.pem', 'correct horse'],
  ['rsa2048/pkcs12-legacy-3des-rc2.p12', 'correct horse'],
  ['rsa2048/pkcs1-legacy-aes256.pem', 'correct horse'],
  ['p256/openssh-enc-chacha20-poly1305.key', 'correct horse'],
  ['rsa2048/putty-v2-enc.ppk', 'correct horse'],
];

describe('readKeys in a worker', () => {
  it('needs nothing of Node: WebCrypto, text codecs and a timer do', async () => {
    const bundle = await build({
      stdin: {
        contents: `export { readKeys } from './src/core/keys/readKeys';`,
        resolveDir: fileURLToPath(new URL('../../..', import.meta.url)),
        loader: 'ts',
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'keys',
      target: 'es2023',
      // As the web bundle has it: node-forge asks for the global object by Node's name.
      define: { global: 'globalThis' },
      write: false,
    });
    const { crypto } = globalThis;
    const worker: Record<string, unknown> = createContext({
      crypto,
      TextEncoder,
      TextDecoder,
      setTimeout,
    });
    runInContext(`var self = globalThis; ${bundle.outputFiles[0].text}`, worker);
    for (const [file, passphrase] of files) {
      const url = new URL(`../../vectors/keys/files/${file}`, import.meta.url);
      worker['text'] = readFileSync(url).toString('latin1');
      worker['options'] = passphrase === undefined ? {} : { passphrase };
      const script = `keys.readKeys({ bytes: Uint8Array.from(text, (each) => each.charCodeAt(0)) }, options)
        .then((reading) => JSON.stringify([reading.keys.length > 0, reading.problems]))`;
      assert.equal(await (runInContext(script, worker) as Promise<string>), '[true,[]]', file);
    }
  }).timeout(60_000);
});
