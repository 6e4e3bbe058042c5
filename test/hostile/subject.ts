import { backendVerdicts } from '../../src/core/backends/backendVerdicts';
import type { BackendVerdict } from '../../src/core/backends/backendVerdict';
import { decryptWithKeys } from '../../src/core/decrypt/decryptWithKeys';
import { readContent } from '../../src/core/decrypt/readContent';
import { utf8Bytes } from '../../src/core/encoding/bytes';
import { inspectToken } from '../../src/core/inspect/inspectToken';
import type { Inspection } from '../../src/core/inspect/inspection';
import { parseToken } from '../../src/core/jose/parseToken';
import type { Token } from '../../src/core/jose/token';
import type { KnownKey } from '../../src/core/keys/key';
import type { ShownContent } from '../../src/core/present/contentSections';
import type { ShownDisclosures } from '../../src/core/present/disclosureSections';
import { showSdJwt, type ShownSdJwt } from '../../src/core/present/sdJwtShown';
import { english } from '../../src/core/present/wording';
import { processSdJwt } from '../../src/core/sdJwt/processSdJwt';
import type { VerificationReport } from '../../src/core/verify/report';
import { verifyToken } from '../../src/core/verify/verifyToken';
import { reportMoment } from '../support/aReport';
import type { MadeToken } from './corpus/hostile';
import { corpusKey } from './corpus/tokens/encrypted';
import { corpusSecret } from './corpus/tokens/made';

export const words = { translate: english, locale: 'en', timeZone: 'UTC' };

/** A token with all that the host finds out about it before something is shown. */
export interface Subject extends MadeToken {
  readonly token: Token;
  readonly inspection: Inspection;
  readonly report: VerificationReport;
  readonly sdJwt: ShownSdJwt | undefined;
  readonly disclosures: ShownDisclosures | undefined;
  readonly content: ShownContent | undefined;
  readonly verdicts: readonly BackendVerdict[];
}

const known = (id: string, octets: Uint8Array): KnownKey => ({
  id,
  key: { material: { kty: 'oct', k: new Uint8Array(octets) }, labels: {}, format: 'secret' },
  origin: { from: 'secretStorage', name: id },
});
const keys = [known('secret', utf8Bytes(corpusSecret)), known('key', corpusKey)];
const policy = {
  leeway: 60,
  issuer: 'https://issuer.example',
  audience: 'api',
  type: 'JWT',
  required: ['sub'],
};

/** Tokens longer than this are not held against what other libraries say. */
const longestForBackends = 20_000;

/** Does all that the host does with a token. */
export async function subjectOf(made: MadeToken): Promise<Subject> {
  const token = parseToken(made.text);
  const inspection = inspectToken(token, reportMoment, policy.leeway);
  const report = await verifyToken({ token, keys, moment: reportMoment, policy });
  const isShort = made.text.length <= longestForBackends;
  return {
    ...made,
    token,
    inspection,
    report,
    sdJwt: token.kind === 'jws' ? await showSdJwt(token, english) : undefined,
    disclosures: token.kind === 'jws' ? await processSdJwt(token) : undefined,
    content: token.kind === 'jwe' ? await contentOf(token) : undefined,
    verdicts: isShort ? await backendVerdicts(made.text, keys[0].key, policy, reportMoment) : [],
  };
}

async function contentOf(token: Token & { readonly kind: 'jwe' }): Promise<ShownContent> {
  const answer = await decryptWithKeys({ token, keys, moment: reportMoment });
  return { answer, content: answer.status === 'decrypted' ? readContent(answer.plaintext) : undefined };
}
