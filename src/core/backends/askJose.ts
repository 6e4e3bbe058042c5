import { toJwk } from '../keys/jwk';
import type { Key } from '../keys/key';
import type { Policy } from '../verify/policy';
import type { BackendVerdict } from './backendVerdict';
import { joseVerdict, joseVersion } from './jose/joseVerdict';
import type { JoseKey, JoseOptions } from './jose/options';
import { isPrivateSource, keySource } from './reproduce/keySource';
import { nodeProgram } from './reproduce/nodeProgram';

/** jose's answer. Without expected algorithms it allows every one that the key's type fits. */
export async function askJose(
  token: string,
  key: Key,
  expected: Policy,
  now: number,
): Promise<BackendVerdict> {
  const options = optionsOf(expected);
  const library = {
    name: 'jose',
    version: joseVersion,
    imports: "import { jwtVerify } from 'jose';",
    call: 'await jwtVerify',
  } as const;
  return {
    backend: 'jose',
    version: joseVersion,
    outcome: await joseVerdict({ token, key: keyOf(key), options, now }),
    reproduce: nodeProgram(library, key, options),
    notes: [],
  };
}

function optionsOf(expected: Policy): JoseOptions {
  const { algorithms, audience, issuer, subject, type, required, maxAge, leeway = 0 } = expected;
  return {
    ...(algorithms === undefined ? {} : { algorithms }),
    ...(audience === undefined ? {} : { audience }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(subject === undefined ? {} : { subject }),
    ...(type === undefined ? {} : { typ: type }),
    ...(required === undefined ? {} : { requiredClaims: required }),
    ...(maxAge === undefined ? {} : { maxTokenAge: maxAge }),
    ...(leeway === 0 ? {} : { clockTolerance: leeway }),
  };
}

/** As the program has it: what is derived of a file that is no JWK, or of a private one, has lost its labels. */
function keyOf(key: Key): JoseKey {
  const { material, format } = key;
  if (material.kty === 'oct' && format !== 'jwk') return material.k;
  const isAsItStands = format === 'jwk' && !isPrivateSource(keySource(key));
  const labels = isAsItStands ? key.labels : {};
  return toJwk({ material, labels }, { private: material.kty === 'oct' });
}
