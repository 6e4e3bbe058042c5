/** What is used of the platform's `URL`. */
export interface Url {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  /** With the port, where it is not the usual one. */
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
}

/** An address, or undefined where the text is none. */
export function parseUrl(text: string, base?: string): Url | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
