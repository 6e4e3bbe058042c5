import { isRaised, Raised } from './exceptions';
import { isTruthy, numeric, typeName, type PythonValue } from './python/pythonValue';
import { pythonRepr, pythonStr } from './python/pythonText';
import { urlScheme } from './python/pythonUrl';
import { refuse } from './refusals';

/** The arguments of `jwt.PyJWKClient` that change what it does; one that is undefined is not passed. */
export interface JwksClientArguments {
  readonly uri: PythonValue;
  readonly cacheKeys?: PythonValue;
  readonly maxCachedKeys?: PythonValue;
  readonly cacheJwkSet?: PythonValue;
  /** Seconds a fetched set is good for. */
  readonly lifespan?: PythonValue;
  /** Seconds after a fetch in which an unknown `kid` causes no other. */
  readonly cooldownDuration?: PythonValue;
}

export interface JwksClientConfig {
  readonly cachesSet: boolean;
  readonly lifespan: number;
  readonly cooldown: number;
  /** Keys remembered by `kid`; undefined where none are. */
  readonly cachedKeys: number | undefined;
}

/** Judges the arguments as the constructor does. */
export function jwksClientConfig(given: JwksClientArguments): JwksClientConfig | Raised {
  const scheme = urlScheme(given.uri);
  if (isRaised(scheme)) return scheme;
  if (scheme !== 'http' && scheme !== 'https') return refuse('clientScheme', { scheme: pythonRepr(scheme) });
  const cooldown = seconds(given.cooldownDuration, 30);
  if (isRaised(cooldown)) return cooldown;
  const asked = { value: pythonStr(given.cooldownDuration ?? null) };
  if (cooldown < 0) return refuse('clientCooldown', asked);
  if (!Number.isFinite(cooldown)) return refuse('clientCooldownInfinite', asked);
  const { cacheJwkSet = true } = given;
  const cachesSet = isTruthy(cacheJwkSet);
  const lifespan = cachesSet ? seconds(given.lifespan, 300) : 0;
  if (isRaised(lifespan)) return lifespan;
  if (cachesSet && lifespan <= 0)
    return refuse('clientLifespan', { value: pythonStr(given.lifespan ?? null) });
  const cachedKeys = isTruthy(given.cacheKeys ?? false) ? cacheSize(given.maxCachedKeys) : undefined;
  return isRaised(cachedKeys) ? cachedKeys : { cachesSet, lifespan, cooldown, cachedKeys };
}

function seconds(value: PythonValue | undefined, usual: number): number | Raised {
  if (value === undefined) return usual;
  const number = numeric(value);
  if (number !== undefined) return Number(number);
  const operands = `'${typeName(value)}' and 'int'`;
  return new Raised('TypeError', `'<' not supported between instances of ${operands}`, 'prefix');
}

/** `lru_cache(maxsize=…)`: None is without limit; 0 and less remember nothing, and then nothing is looked up either. */
function cacheSize(value: PythonValue | undefined): number | Raised | undefined {
  if (value === undefined) return 16;
  if (value === null) return Infinity;
  const size = typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : NaN;
  if (!Number.isNaN(size)) return size > 0 ? size : undefined;
  return new Raised('TypeError', 'Expected first argument to be an integer, a callable, or None');
}
