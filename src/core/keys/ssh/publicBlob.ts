import { ownBytes } from '../../encoding/bytes';
import { FormatFault } from '../../encoding/formatFault';
import { curves, type CurveRow } from '../curve/curves';
import { ecPublic } from '../curve/points';
import type { KeyFormat, KeyMaterial } from '../key';
import { orRefuse, refuse } from '../refusal';
import { rsaMaterial } from '../rsa/rsaMaterial';
import { SshReader } from './sshReader';

/** SSH's name of a key type -> the curve it is on; RSA has none (RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4). */
const keyTypes: ReadonlyMap<string, { readonly kind: 'rsa' | 'ec' | 'okp'; readonly crv?: string }> = new Map(
  [
    ['ssh-rsa', { kind: 'rsa' }],
    ['ecdsa-sha2-nistp256', { kind: 'ec', crv: 'P-256' }],
    ['ecdsa-sha2-nistp384', { kind: 'ec', crv: 'P-384' }],
    ['ecdsa-sha2-nistp521', { kind: 'ec', crv: 'P-521' }],
    ['ssh-ed25519', { kind: 'okp', crv: 'Ed25519' }],
    ['ssh-ed448', { kind: 'okp', crv: 'Ed448' }],
  ],
);

/** What stands in a line or file for the type of an SSH key. */
export const sshKeyTypePattern =
  /^(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com|[a-z0-9-]{1,40}-cert-v\d\d@openssh\.com)$/;

export interface SshKeyType {
  readonly kind: 'rsa' | 'ec' | 'okp';
  /** Present for `ec` and `okp`. */
  readonly row: CurveRow | undefined;
}

/** What a name of SSH says of its key; refuses the kinds that no token is signed with. */
export function sshKeyType(name: string): SshKeyType {
  const type = keyTypes.get(name);
  if (type) return { kind: type.kind, row: type.crv === undefined ? undefined : curves.get(type.crv) };
  if (name.includes('-cert-v')) refuse('sshCertificate', {});
  if (name.startsWith('sk-')) refuse('hardwareKey', { algorithm: name });
  return refuse('unsupportedAlgorithm', { algorithm: name === 'ssh-dss' ? 'DSA' : name });
}

/** The key in the blob that public lines, private files and PuTTY files share (RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4). */
export async function readPublicBlob(format: KeyFormat, blob: Uint8Array): Promise<KeyMaterial> {
  const reader = new SshReader(blob);
  const { kind, row } = sshKeyType(reader.text());
  if (kind === 'rsa') {
    const e = reader.mpint();
    return orRefuse(rsaMaterial(format, { n: reader.mpint(), e }));
  }
  if (!row) throw new FormatFault('malformed');
  if (kind === 'ec') {
    reader.string();
    return ecPublic(row, reader.string());
  }
  const x = reader.string();
  if (x.length !== row.width) throw new FormatFault('malformed');
  return { kty: 'OKP', crv: row.crv, x: ownBytes(x.slice()) };
}
