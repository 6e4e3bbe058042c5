/** What the JavaScript runtime of a backend can do beyond what every supported Node.js can. */
export interface Runtime {
  /** ML-DSA keys and signatures: Node.js 24.7 and later. */
  readonly mlDsa: boolean;
}

/** The Node.js of today. */
export const currentRuntime: Runtime = { mlDsa: true };
