import assert from 'node:assert/strict';
import { describeHeaderParameter } from '../../../src/core/jose/headerParameters';
import { registeredClaims } from '../../../src/core/jose/claims';
import { draftTemplates, templateText } from '../../../src/core/sign/draftTemplates';
import { readTokenDraft } from '../../../src/core/sign/tokenDraft';

const now = 1_767_225_600;

describe('the templates for new tokens', () => {
  let made = 0;
  const templates = draftTemplates(() => `id-${made++}`);

  for (const template of templates)
    it(`hold nothing wrong, and no name that is not registered: ${template.id}`, () => {
      const { problems, payloadText } = readTokenDraft(templateText(template), now);
      assert.deepEqual(problems, []);
      const claims = JSON.parse(payloadText ?? '') as Record<string, unknown>;
      for (const name of Object.keys(claims)) assert.ok(registeredClaims.has(name), name);
      for (const name of Object.keys(template.header ?? {}))
        assert.ok(describeHeaderParameter(name, 'jws'), name);
      for (const name of Object.keys(template.encryption ?? {}))
        assert.ok(describeHeaderParameter(name, 'jwe'), name);
    });

  it('are in force from now on for the time they say', () => {
    const lifetimes = templates.map((template) => {
      const { iat, exp } = JSON.parse(
        readTokenDraft(templateText(template), now).payloadText ?? '',
      ) as Partial<Record<string, number>>;
      return iat ? [iat - now, (exp ?? 0) - iat] : undefined;
    });
    assert.deepEqual(lifetimes, [
      [0, 3600],
      [0, 3600],
      [0, 300],
      [0, 30 * 86_400],
      undefined,
      [0, 3600],
      [0, 3600],
    ]);
  });

  it('each have an identifier of their own', () => {
    const texts = draftTemplates(() => `id-${made++}`).map(templateText);
    assert.notDeepEqual(templates.map(templateText), texts);
  });
});
