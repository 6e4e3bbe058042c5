import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';

/** The library's parameter sets by JOSE `alg`. Load with `import()`. */
export const mlDsaSets: Readonly<Record<string, typeof ml_dsa44>> = {
  'ML-DSA-44': ml_dsa44,
  'ML-DSA-65': ml_dsa65,
  'ML-DSA-87': ml_dsa87,
};
