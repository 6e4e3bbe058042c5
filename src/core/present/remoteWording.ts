import type { RemoteProblem, RemoteProblemCode } from '../keys/remote/remoteProblem';
import { word, type Facts, type Template, type Translate } from './wording';

/** What came of asking a server for keys, and what to do about it. */
export const remoteProblemWording: Readonly<Record<RemoteProblemCode, Template>> = {
  'remote.notFetched': 'Not fetched in this session. Nothing is asked of {host} until you say so.',
  'remote.notUrl': 'This is no address of a JWK Set. Write it as https://…',
  'remote.notHttps': 'Keys are fetched over https only, from {host} too.',
  'remote.credentials': 'The address of {host} holds a user name or password. Take it out.',
  'remote.localAddress':
    '{host} is an address of a private network. Keys are fetched from public hosts only.',
  'remote.loopback':
    '{host} is this machine. To fetch keys from it, turn on claimcheck.network.allowLoopback.',
  'remote.notFound': '{host} has no keys at this address (404). Check the address.',
  'remote.serverError': '{host} failed with status {status}. Try again later.',
  'remote.status': '{host} answered with status {status} instead of keys.',
  'remote.timeout': '{host} did not answer in full within {seconds} seconds. Try again later.',
  'remote.tooLarge': 'The answer of {host} is larger than {limit} bytes and was not read.',
  'remote.notJson': '{host} answered with something that is no JSON object. Check the address.',
  'remote.noKeys': 'The answer of {host} holds no key that tokens can be verified with.',
  'remote.redirectElsewhere':
    '{host} sends on to {to}. Redirects to another host are not followed; use its address, if you trust it.',
  'remote.tooManyRedirects': '{host} redirects more than {limit} times. Check the address.',
  'remote.redirectHidden':
    '{host} redirects, and this browser does not tell where to. Use the final address.',
  'remote.certificate': 'The certificate of {host} is not trusted on this machine, so nothing was read.',
  'remote.unreachable': '{host} could not be reached. Check the address and your connection.',
  'remote.secrets': {
    one: 'The set of {host} holds a secret that anyone can read. It was left out.',
    other: 'The set of {host} holds {count} secrets that anyone can read. They were left out.',
  },
  'remote.issuerDiffers':
    'The metadata at {host} is of another issuer: “{found}”. Its keys were not fetched.',
  'remote.noMetadata': '{host} publishes no metadata of this issuer. Fetch its keys by their own address.',
  'remote.noJwksUri': 'The metadata at {host} names no address of keys (jwks_uri).',
};

/** The sentence for what came of asking a server: plain text with names from the network in it. */
export function remoteProblemText({ code, facts }: RemoteProblem, translate: Translate): string {
  return word(translate, remoteProblemWording[code], facts as Facts);
}

/** Tells problems of the network from others by their code. */
export function isRemoteProblem(problem: { readonly code: string }): problem is RemoteProblem {
  return Object.hasOwn(remoteProblemWording, problem.code);
}
