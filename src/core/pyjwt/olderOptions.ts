import { isOption } from './options';

/** What became of an option that PyJWT's documents once named. */
export interface OlderOption {
  /** The version that last looked at it. */
  readonly until: string;
  /** How to say it today, as Python; undefined where nothing does the same. */
  readonly instead: string | undefined;
}

const required = (claim: string): OlderOption => ({ until: '1.7', instead: `"require": ["${claim}"]` });

/**
 * Options that older PyJWTs or their documents had: today each is passed over without a word. The API reference of 2.0
 * still listed the `require_…` ones, which its code no longer knew.
 */
export const olderOptions: ReadonlyMap<string, OlderOption> = new Map([
  ['require_exp', required('exp')],
  ['require_iat', required('iat')],
  ['require_nbf', required('nbf')],
  ['verify_expiration', { until: '1.7', instead: '"verify_exp"' }],
  ['verify', { until: '1.7', instead: '"verify_signature"' }],
  ['leeway', { until: '1.7', instead: 'leeway=' }],
  ['audience', { until: '1.7', instead: 'audience=' }],
  ['issuer', { until: '1.7', instead: 'issuer=' }],
]);

/** Whether PyJWT passes over an option of that name: an older one, a misspelt one, or an argument in the wrong place. */
export function isForgottenOption(name: string): boolean {
  return !isOption(name);
}
