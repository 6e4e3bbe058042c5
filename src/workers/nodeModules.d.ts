declare module 'node:worker_threads' {
  export const parentPort: {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: unknown) => void): void;
  } | null;
}

declare module 'node:crypto' {
  /** Since Node 20.12. */
  export const hash: ((name: string, octets: Uint8Array, encoding: 'buffer') => Uint8Array) | undefined;
  export function createHash(name: string): {
    update(octets: Uint8Array): { digest(): Uint8Array };
  };
}
