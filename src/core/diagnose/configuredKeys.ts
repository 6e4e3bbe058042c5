import { utf8Bytes, type Bytes } from '../encoding/bytes';
import { readJson } from '../encoding/json';
import { memberOf, stringMember, type JsonObject } from '../encoding/jsonNode';
import { envValue } from '../keys/candidates/envFile';
import { hasPrivate } from '../keys/jwk';
import type { Key, KeyMaterial } from '../keys/key';
import { looksLikeKeyText } from '../keys/looksLikeKey';
import { readKeys } from '../keys/readKeys';
import { decodeText } from '../keys/text/decodeText';
import { isAsLabelled, readDespiteArmour } from './armour';
import type { KeyConfiguration } from './diagnosis';
import { octetForm, secretForm, type SecretForm } from './secretForm';

/** One key of a configuration, or one of several in a file. */
export interface ConfiguredKey {
  /** The configuration's id, or `id#kid` in a JWK Set. */
  readonly id: string;
  readonly key: Key;
  readonly kid?: string;
  /** For secrets: what they were before they became octets. */
  readonly secret?: SecretForm;
  /** The text of the file it was read from. */
  readonly fileText?: string;
}

/** A secret, with what it was before it became octets. */
export interface ConfiguredSecret extends ConfiguredKey {
  readonly secret: SecretForm;
}

export interface ConfiguredKeys {
  /** In the order of configuration; secrets that do not decode are not among them. */
  readonly keys: readonly ConfiguredKey[];
  /** Every secret, those that do not decode too (with an empty key). */
  readonly secrets: readonly ConfiguredSecret[];
  /** Keys whose armour is wrong, so that a strict program does not read them. */
  readonly damaged: readonly ConfiguredKey[];
}

/** Traces of a key in a text: with one of these it is never a secret. */
const keyTrace = /BEGIN [A-Z0-9]|-----END|"kty"\s{0,20}:/;

/** Reads keys exactly as configured: nothing trimmed, nothing guessed, each file by the label it bears. Never throws. */
export async function readConfiguredKeys(
  configurations: readonly KeyConfiguration[],
): Promise<ConfiguredKeys> {
  const all = {
    keys: [] as ConfiguredKey[],
    secrets: [] as ConfiguredSecret[],
    damaged: [] as ConfiguredKey[],
  };
  for (const configuration of configurations) {
    const read =
      configuration.kind === 'file'
        ? await readFile(configuration.bytes, configuration)
        : await readValue(configuration);
    for (const each of read.keys) all.keys.push(each);
    for (const each of read.secrets) {
      all.secrets.push(each);
      if (each.secret.octets) all.keys.push(each);
    }
    for (const each of read.damaged) all.damaged.push(each);
  }
  return all;
}

const nothing: ConfiguredKeys = { keys: [], secrets: [], damaged: [] };

async function readValue(
  configuration: Extract<KeyConfiguration, { kind: 'secret' | 'env' }>,
): Promise<ConfiguredKeys> {
  const { kind, text: raw, encoding = 'utf8' } = configuration;
  const text = kind === 'env' ? envValue(raw) : raw;
  const form = secretForm(text, encoding, kind === 'env' ? raw : undefined);
  for (const octets of [utf8Bytes(text), form.octets]) {
    // The text of a key is that key, in whatever place it stands.
    if (octets && isKeyText(octets)) return readFile(octets, configuration);
  }
  return { ...nothing, secrets: [aSecret(configuration.id, form)] };
}

function isKeyText(octets: Bytes): boolean {
  return looksLikeKeyText(octets) || keyTrace.test(new TextDecoder().decode(octets));
}

async function readFile(
  bytes: Bytes,
  { id, passphrase }: Pick<KeyConfiguration, 'id' | 'passphrase'>,
): Promise<ConfiguredKeys> {
  const text = decodeText(bytes);
  const { keys } = await readKeys({ bytes }, passphrase === undefined ? {} : { passphrase });
  const json = text === undefined ? undefined : jsonObject(text);
  const isSet = memberOf(json, 'keys')?.type === 'array';
  const found: ConfiguredKeys = { keys: [], secrets: secretsOfJson(json, id), damaged: [] };
  const [usable, damaged] = [[] as ConfiguredKey[], [] as ConfiguredKey[]];
  for (const key of keys) {
    if (key.material.kty === 'oct') continue;
    const { kid } = key.labels;
    const entry: ConfiguredKey = {
      id: isSet && kid !== undefined ? `${id}#${kid}` : id,
      key,
      ...(kid === undefined ? {} : { kid }),
      ...(text === undefined ? {} : { fileText: text }),
    };
    (json || text === undefined || isAsLabelled(text, key) ? usable : damaged).push(entry);
  }
  if (usable.length + damaged.length + found.secrets.length > 0) return { ...found, keys: usable, damaged };
  if (bytes.length > 0 && !isKeyText(bytes)) return { ...nothing, secrets: [aSecret(id, octetForm(bytes))] };
  if (text === undefined) return nothing;
  const key = await readDespiteArmour(text, passphrase);
  return key ? { ...nothing, damaged: [{ id, key, fileText: text }] } : nothing;
}

function aSecret(id: string, form: SecretForm, kid?: string): ConfiguredSecret {
  const material: KeyMaterial = { kty: 'oct', k: form.octets ?? new Uint8Array() };
  const labels = kid === undefined ? {} : { kid };
  return { id, key: { material, labels, format: 'secret' }, secret: form, ...labels };
}

function jsonObject(text: string): JsonObject | undefined {
  const { node } = readJson(text.trim());
  return node?.type === 'object' ? node : undefined;
}

/** The secrets of a JWK or JWK Set; `k` may turn out to be meant as text, so its text is kept. */
function secretsOfJson(json: JsonObject | undefined, id: string): ConfiguredSecret[] {
  if (!json) return [];
  const set = memberOf(json, 'keys');
  const members = set?.type === 'array' ? set.items : [json];
  return members.flatMap((member) => {
    if (member.type !== 'object' || stringMember(member, 'kty') !== 'oct') return [];
    const k = stringMember(member, 'k');
    const kid = stringMember(member, 'kid');
    if (k === undefined || k === '') return [];
    const isInSet = set?.type === 'array' && kid !== undefined;
    return [aSecret(isInSet ? `${id}#${kid}` : id, secretForm(k, 'base64url'), kid)];
  });
}

/**
 * The keys a token may use. Of keys that carry its `kid` the first fitting one, public before private; where none carries
 * it, every fitting key without a `kid`; for a token without `kid` every fitting key. A private key verifies by its public
 * half, but stands back while a public key among these fits.
 */
export function usableKeys<Known extends ConfiguredKey>(
  keys: readonly Known[],
  kid: string | undefined,
  fits: (key: Known) => boolean,
): readonly Known[] {
  const carriers = kid === undefined ? [] : keys.filter((each) => each.kid === kid);
  if (carriers.length > 0) {
    const fitting = carriers.filter(fits);
    const first = fitting.find((each) => !isPrivate(each)) ?? fitting[0];
    return first ? [first] : [];
  }
  const fitting = keys.filter((each) => (kid === undefined || each.kid === undefined) && fits(each));
  const open = fitting.filter((each) => !isPrivate(each));
  return fitting.some((each) => !isPrivate(each) && each.key.material.kty !== 'oct') ? open : fitting;
}

/** Whether it is the private half of a pair; a secret is no half of anything. */
export function isPrivate({ key }: ConfiguredKey): boolean {
  return key.material.kty !== 'oct' && hasPrivate(key.material);
}

/** The secret with its octets changed, as a key of its own. */
export function withSecret(origin: ConfiguredKey, form: SecretForm): ConfiguredSecret {
  return aSecret(origin.id, form, origin.kid);
}
