import { toJwk } from '../keys/jwk';
import type { Key } from '../keys/key';
import type { Policy } from '../verify/policy';
import type { BackendVerdict } from './backendVerdict';
import { joseVerdict, joseVersion } from './jose/joseVerdict';
import { joseDecryptVerdict } from './jose/decryptVerdict';
import type { JoseKey, JoseOptions } from './jose/options';
import { isPrivateSource, keySource } from './reproduce/keySource';
import { nodeProgram } from './reproduce/nodeProgram';

/**
 * jose's answer: of `jwtDecrypt` to a token of five parts, of `jwtVerify` to any other. Without expected algorithms it
 * allows every one that the key's type fits.
 */
export async function askJose(
  token: string,
  key: Key,
  expected: Policy,
  now: number,
): Promise<BackendVerdict> {
  const call = isEncrypted(token) ? 'jwtDecrypt' : 'jwtVerify';
  const options = optionsOf(expected, call);
  const library = {
    name: 'jose',
    version: joseVersion,
    imports: `import { ${call} } from 'jose';`,
    call: `await ${call}`,
    isDecrypting: call === 'jwtDecrypt',
  } as const;
  const request = { token, key: keyOf(key, call), options, now };
  return {
    backend: 'jose',
    version: joseVersion,
    outcome: call === 'jwtDecrypt' ? await joseDecryptVerdict(request) : await joseVerdict(request),
    reproduce: nodeProgram(library, key, options),
    notes: [],
  };
}

/** Whether the token has the five parts of a compact JWE. */
export function isEncrypted(token: string): boolean {
  return token.split('.', 6).length === 5;
}

type JoseCall = 'jwtVerify' | 'jwtDecrypt';

function optionsOf(expected: Policy, call: JoseCall): JoseOptions {
  const { algorithms, audience, issuer, subject, type, required, maxAge, leeway = 0 } = expected;
  return {
    ...(algorithms === undefined
      ? {}
      : call === 'jwtDecrypt'
        ? { keyManagementAlgorithms: algorithms }
        : { algorithms }),
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
function keyOf(key: Key, call: JoseCall): JoseKey {
  const { material, format } = key;
  if (material.kty === 'oct' && format !== 'jwk') return material.k;
  const isPrivate = call === 'jwtDecrypt';
  const isAsItStands = format === 'jwk' && (isPrivate || !isPrivateSource(keySource(key)));
  const labels = isAsItStands ? key.labels : {};
  return toJwk({ material, labels }, { private: isPrivate || material.kty === 'oct' });
}
