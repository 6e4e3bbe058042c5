import { memberOf } from '../../encoding/jsonNode';
import { readBase64url } from '../../encoding/base64url';
import { toPlainValue } from '../../encoding/json';
import { fitsAlgorithm } from '../../crypto/signatures';
import { readDerKeys } from '../../keys/der/readDerKeys';
import { readJwk } from '../../keys/jwk';
import type { Key } from '../../keys/key';
import { isKeyProblem } from '../../keys/keyProblem';
import { ReadingContext } from '../../keys/readingContext';
import { strictlyVerifies } from '../strictly';
import { plainStance, type Proof, type Setting, type Variant } from '../stance';

/** Row 47: the token verifies with the key it carries, and with no known one. Anyone can make such a token. */
export async function carriesItsKey(variant: Variant, setting: Setting): Promise<Proof | undefined> {
  for (const parts of variant.parts) {
    const { algorithms } = plainStance(parts, setting);
    for (const name of ['jwk', 'x5c'] as const) {
      const key = name === 'jwk' ? jwkOf(parts.header) : await certificateOf(parts.header);
      if (!key || !algorithms.some((algorithm) => fitsAlgorithm(algorithm, key.material))) continue;
      if (
        key.material.kty !== 'oct' &&
        (await strictlyVerifies(variant.text, parts.index, { id: name, key }))
      )
        return { evidence: 'verified', facts: { name } };
    }
  }
  return undefined;
}

type Header = Variant['parts'][number]['header'];

function jwkOf(header: Header): Key | undefined {
  const node = memberOf(header, 'jwk');
  const key = node && readJwk(toPlainValue(node));
  return key && !isKeyProblem(key) ? key : undefined;
}

async function certificateOf(header: Header): Promise<Key | undefined> {
  const chain = memberOf(header, 'x5c');
  const first = chain?.type === 'array' ? chain.items[0] : undefined;
  if (first?.type !== 'string') return undefined;
  try {
    const { bytes } = readBase64url(first.value);
    return (await readDerKeys(bytes, { context: new ReadingContext() })).keys[0];
  } catch {
    // No certificate: the header carries no key then.
    return undefined;
  }
}
