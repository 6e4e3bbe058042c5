/** The modules of Node that the host may load, and only where it runs in Node: see `startWorker.ts`, `runRipgrep.ts` and `readLocalFile.ts`. */
declare module 'node:worker_threads' {
  export class Worker {
    constructor(
      path: string,
      options: {
        readonly name: string;
        readonly env: Readonly<Record<string, string>>;
        readonly execArgv: readonly string[];
      },
    );
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: unknown) => void): void;
    on(event: 'error', listener: (error: unknown) => void): void;
    terminate(): Promise<number>;
  }
}

declare module 'node:child_process' {
  interface Output {
    setEncoding(encoding: 'utf8'): void;
    on(event: 'data', listener: (text: string) => void): void;
  }
  export interface Child {
    readonly stdout: Output;
    readonly stderr: Output;
    on(event: 'error', listener: (error: unknown) => void): void;
    on(event: 'close', listener: (code: number | null) => void): void;
    kill(): boolean;
  }
  export function spawn(
    program: string,
    args: readonly string[],
    options: {
      readonly cwd: string;
      readonly env: Readonly<Record<string, string>>;
      readonly shell: false;
      readonly stdio: readonly ['ignore', 'pipe', 'pipe'];
      readonly windowsHide: true;
    },
  ): Child;
}

declare module 'node:process' {
  export const platform: string;
  export const arch: string;
}

declare module 'node:fs/promises' {
  export function stat(path: string): Promise<{ isFile(): boolean; readonly size: number }>;
  export function readFile(path: string): Promise<Uint8Array>;
}
