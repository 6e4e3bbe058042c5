import type { Bytes } from '../encoding/bytes';
import type { Key, KeyMaterial } from '../keys/key';
import { pyjwtDecode } from '../pyjwt/decode';
import type { PyjwtDecodeRequest } from '../pyjwt/decodeRequest';
import type { LoadedKey } from '../pyjwt/cryptography/loadedKey';
import { verifyingKeyObject } from '../pyjwt/keyObject';
import { pythonOf } from '../pyjwt/python/pythonOf';
import { pyjwtVersion, type PyjwtVerdict } from '../pyjwt/verdict';
import type { Policy } from '../verify/policy';
import {
  accepted,
  refused,
  type BackendNote,
  type BackendOutcome,
  type BackendVerdict,
} from './backendVerdict';
import { pythonProgram } from './reproduce/pythonProgram';

/** PyJWT's answer. It must be told which algorithms to allow: those expected, else all of the key's type. */
export async function askPyjwt(
  token: string,
  key: Key,
  expected: Policy,
  now: number,
): Promise<BackendVerdict> {
  const request = requestOf(token, key.material, expected, now);
  const verdict = await pyjwtDecode(request);
  return {
    backend: 'pyjwt',
    version: pyjwtVersion,
    outcome: outcomeOf(verdict),
    reproduce: pythonProgram(key, request),
    notes: verdict.notes.map(({ code, facts, reference }): BackendNote => ({
      code,
      facts,
      ...(reference === undefined ? {} : { reference }),
    })),
  };
}

function requestOf(token: string, material: KeyMaterial, expected: Policy, now: number): PyjwtDecodeRequest {
  const { audience, issuer, subject, leeway = 0, required } = expected;
  const loaded: Bytes | LoadedKey | undefined = verifyingKeyObject(material);
  return {
    token,
    key: loaded ?? new Uint8Array(),
    algorithms: pythonOf(expected.algorithms ?? algorithmsOfKey(material)),
    ...(required === undefined ? {} : { options: pythonOf({ require: required }) }),
    ...(audience === undefined ? {} : { audience: pythonOf(audience) }),
    ...(issuer === undefined ? {} : { issuer: pythonOf(issuer) }),
    ...(subject === undefined ? {} : { subject }),
    ...(leeway === 0 ? {} : { leeway: pythonOf(leeway) }),
    now,
  };
}

/** The algorithms a program would allow for the key: all that PyJWT has for its type and curve. */
function algorithmsOfKey(material: KeyMaterial): readonly string[] {
  switch (material.kty) {
    case 'oct':
      return ['HS256', 'HS384', 'HS512'];
    case 'RSA':
      return ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
    case 'EC':
      return [ofCurve[material.crv] ?? 'ES256'];
    case 'OKP':
      return ['EdDSA'];
    case 'AKP':
      return [material.alg];
  }
}

const ofCurve: Readonly<Record<string, string>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
  secp256k1: 'ES256K',
};

function outcomeOf(verdict: PyjwtVerdict): BackendOutcome {
  if (verdict.accepted) return accepted;
  const { exception, message, messageKind } = verdict;
  return { ...refused(exception, message), messageKind: messageKind === 'exact' ? 'exact' : 'varies' };
}
