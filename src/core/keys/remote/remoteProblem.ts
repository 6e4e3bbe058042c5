/**
 * What can go wrong when keys are asked for over the network: code -> its facts. Facts name hosts, numbers and statuses;
 * never a claim, a query or a body. Sentences are made of them by `core/present/remoteWording.ts`.
 */
export interface RemoteProblemFacts {
  /** A set that a setting names, and that nobody fetched yet. */
  'remote.notFetched': { host: string };
  'remote.notUrl': object;
  'remote.notHttps': { host: string };
  /** A name and password in the address. */
  'remote.credentials': { host: string };
  /** A private, link-local or otherwise not public address. */
  'remote.localAddress': { host: string };
  'remote.loopback': { host: string };
  'remote.notFound': { host: string };
  'remote.serverError': { host: string; status: number };
  /** Any other status that brings no keys. */
  'remote.status': { host: string; status: number };
  'remote.timeout': { host: string; seconds: number };
  'remote.tooLarge': { host: string; limit: number };
  'remote.notJson': { host: string };
  'remote.noKeys': { host: string };
  'remote.redirectElsewhere': { host: string; to: string };
  'remote.tooManyRedirects': { host: string; limit: number };
  /** A redirect whose target a browser does not tell. */
  'remote.redirectHidden': { host: string };
  'remote.certificate': { host: string };
  'remote.unreachable': { host: string };
  /** Secrets in a set that anyone can read: left out. */
  'remote.secrets': { host: string; count: number };
  /** The metadata is of another issuer than was asked for (OpenID Connect Discovery §4.3, RFC 8414 §3.3). */
  'remote.issuerDiffers': { host: string; found: string };
  /** None of the places of discovery has metadata. */
  'remote.noMetadata': { host: string };
  'remote.noJwksUri': { host: string };
}

export type RemoteProblemCode = keyof RemoteProblemFacts;

/** A fact about a fetch: a code and details, never a sentence. */
export type RemoteProblem = {
  [Code in RemoteProblemCode]: { readonly code: Code; readonly facts: RemoteProblemFacts[Code] };
}[RemoteProblemCode];
