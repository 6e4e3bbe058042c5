import type { KeyObject } from 'node:crypto';
import { makeNodePair } from '../support/nodeKeys';

const curves = ['P-256', 'P-384', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'X25519', 'X448'];

/** Every form a suite may ask of a key, those of its type alone being there: RSA has `pkcs1`, elliptic curves `sec1`. */
const forms = ['pem', 'der'].flatMap((format) =>
  ['spki', 'pkcs8', 'pkcs1', 'sec1'].map((type) => ({ format, type })),
);

/**
 * A module with the exports of `nodeKeys` for a worker, which has no Node to make keys: Node made these just now, and
 * each is its own written forms. `texts` are the suites, which say what sizes of RSA they want: `'RSA-2048'`.
 */
export function madeKeysModule(texts: readonly string[]): string {
  const sizes = texts.flatMap((text) => text.match(/(?<=')RSA-\d{4}(?=')/g) ?? []);
  const made = Object.fromEntries(
    [...curves, ...new Set(sizes)].map((kind) => {
      const { publicKey, privateKey } = makeNodePair(kind);
      return [kind, { publicKey: formsOf(publicKey), privateKey: formsOf(privateKey) }];
    }),
  );
  return `
    const made = ${JSON.stringify(made)};
    const asKey = (forms) => ({
      export({ format, type = '' }) {
        const form = forms[format + type];
        if (form === undefined) throw new Error('No ' + format + ' ' + type + ' was made of this key');
        return format === 'der' ? Buffer.from(form, 'base64') : structuredClone(form);
      },
    });
    export function makeNodePair(kind) {
      const pair = made[kind];
      if (!pair) throw new Error('No (second) ' + kind + ' key was made for the worker');
      delete made[kind];
      return { publicKey: asKey(pair.publicKey), privateKey: asKey(pair.privateKey) };
    }
    export function makeNodeSecret() {
      return asKey({});
    }`;
}

function formsOf(key: KeyObject): Record<string, unknown> {
  const exporting = key as { export(options: object): string | Buffer };
  const made: Record<string, unknown> = { jwk: key.export({ format: 'jwk' }) };
  for (const { format, type } of forms) {
    try {
      const written = exporting.export({ format, type });
      made[format + type] = typeof written === 'string' ? written : written.toString('base64');
    } catch {
      continue; // no form of this type of key
    }
  }
  return made;
}
