import type { Key } from '../keys/key';
import type { Policy } from '../verify/policy';
import type { BackendVerdict } from './backendVerdict';
import { jsonwebtokenVerdict, jsonwebtokenVersion } from './jsonwebtoken/jsonwebtokenVerdict';
import { nodeKeyOf } from './jsonwebtoken/nodeKey';
import type { JsonwebtokenKey, JsonwebtokenOptions } from './jsonwebtoken/options';
import { keySource } from './reproduce/keySource';
import { nodeProgram } from './reproduce/nodeProgram';

/** jsonwebtoken's answer. Without expected algorithms it allows those of the key's type by itself. */
export async function askJsonwebtoken(
  token: string,
  key: Key,
  expected: Policy,
  now: number,
): Promise<BackendVerdict> {
  const options = optionsOf(expected);
  const library = {
    name: 'jsonwebtoken',
    version: jsonwebtokenVersion,
    imports: "import jwt from 'jsonwebtoken';",
    call: 'jwt.verify',
  } as const;
  return {
    backend: 'jsonwebtoken',
    version: jsonwebtokenVersion,
    outcome: await jsonwebtokenVerdict({ token, key: keyOf(key), options, now }),
    reproduce: nodeProgram(library, key, options),
    notes: [],
  };
}

function optionsOf(expected: Policy): JsonwebtokenOptions {
  const { algorithms, audience, issuer, subject, maxAge, leeway = 0 } = expected;
  return {
    ...(algorithms === undefined ? {} : { algorithms }),
    ...(audience === undefined ? {} : { audience }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(subject === undefined ? {} : { subject }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(leeway === 0 ? {} : { clockTolerance: leeway }),
  };
}

/** As the program has it. */
function keyOf(key: Key): JsonwebtokenKey {
  const { material } = key;
  if (material.kty !== 'oct') return { given: 'keyObject', key: nodeKeyOf(key) };
  return { given: keySource(key) === 'secretText' ? 'string' : 'buffer', octets: material.k };
}
