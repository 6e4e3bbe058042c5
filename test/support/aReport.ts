import type { KeySummary } from '../../src/core/keys/key';
import type { SignatureAnswer, VerificationReport } from '../../src/core/verify/report';

/** A summary with every member there is. */
export const fullSummary: Required<KeySummary> = {
  id: 'file:keys/service.pub#1',
  kty: 'EC',
  crv: 'P-256',
  alg: 'ES256',
  bits: 256,
  kind: 'public',
  kid: 'service-2026',
  comment: 'service@example',
  thumbprint: 'oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
  format: 'spki',
  origin: { from: 'file', path: 'keys/service.pub', uri: 'file:///work/keys/service.pub', line: 3 },
  weaknesses: [{ code: 'key.certificateExpired', notAfter: 1_700_000_000 }],
};

/** The moment reports of tests speak of: 2026-01-01T00:00:00Z. */
export const reportMoment = 1_767_225_600;

/** A report as `verifyToken` would give it, with one thing or another changed. */
export function aReport(
  answer: SignatureAnswer = { status: 'valid', key: fullSummary, chosenBy: 'kid' },
  changes: Partial<VerificationReport> = {},
): VerificationReport {
  return {
    moment: reportMoment,
    wellFormed: true,
    signatures: [answer],
    time: 'inForce',
    checks: [],
    findings: [],
    ...changes,
  };
}
