/** A set of keys on the network: scripts/layers/web.mjs answers for it with the sample workspace's own. */
export const servedSet = { url: 'https://keys.example.com/jwks.json' } as const;
