import type { JoseHeader, JweToken, JwsToken, Segment, Token } from '../jose/token';
import type { InspectedSegment } from './inspection';

/** The parts of a token's text, in the order of the text; empty ones where they would stand. */
export function segmentsOf(token: Token): readonly InspectedSegment[] {
  const parts =
    token.kind === 'jws' ? jwsParts(token) : token.kind === 'jwe' ? jweParts(token) : token.segments;
  const sdJwt = token.kind === 'jwe' ? undefined : token.sdJwt;
  const keyBinding = sdJwt?.keyBindingSpan;
  return [
    ...parts.map(({ name, span }) => ({ name, span })),
    ...(sdJwt?.disclosures ?? []).map(({ name, span }) => ({ name, span })),
    ...(keyBinding ? [{ name: 'keyBinding', span: keyBinding }] : []),
  ].sort((one, other) => one.span.start - other.span.start);
}

function jwsParts({ payload, signatures }: JwsToken): readonly Segment[] {
  return [payload.segment, ...signatures.flatMap((one) => [...headerSegment(one.protected), one.signature])];
}

function jweParts(token: JweToken): readonly Segment[] {
  return [
    ...headerSegment(token.protected),
    ...token.recipients.map((recipient) => recipient.encryptedKey),
    token.initializationVector,
    token.ciphertext,
    token.authenticationTag,
    ...(token.additionalData ? [token.additionalData] : []),
  ];
}

function headerSegment(header: JoseHeader | undefined): readonly Segment[] {
  return header?.segment ? [header.segment] : [];
}
