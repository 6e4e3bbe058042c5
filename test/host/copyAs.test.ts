import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { parseToken } from '../../src/core/jose/parseToken';
import { formsOf } from '../../src/host/copyAs/copyTokenAs';
import { hs256, tutorial } from './support';

/** What each form of a token copies, by its label and description. */
async function copies(text: string): Promise<ReadonlyMap<string, () => Promise<string | undefined>>> {
  const forms = await formsOf(parseToken(text));
  // Of the two programs for a library the first verifies.
  const copying = forms.toReversed();
  return new Map(
    copying.flatMap(({ label, description = '', text: copy }) =>
      copy ? [[`${label} ${description}`.trim(), copy]] : [],
    ),
  );
}
const separators = async (text: string): Promise<readonly string[]> =>
  (await formsOf(parseToken(text)))
    .filter((item: vscode.QuickPickItem & { text?: unknown }) => item.text === undefined)
    .map(({ label }) => label);

describe('the editor’s surfaces: copying a token', () => {
  it('copies header and payload as JSON', async () => {
    const forms = await copies(tutorial.hs256);
    assert.deepEqual(JSON.parse((await forms.get('Header')!())!), { typ: 'JWT', alg: 'HS256' });
    assert.match((await forms.get('Payload')!())!, /\n {2}"name": "Jessica Temporal"/);
  });

  it('copies the token redacted, or as a header for curl', async () => {
    const forms = await copies(tutorial.hs256);
    assert.match(
      (await forms.get('Redacted Token readable, and of no use to who finds it')!())!,
      /\.REDACTED$/,
    );
    assert.equal(
      await forms.get('curl Header with the token in it')!(),
      `-H 'Authorization: Bearer ${tutorial.hs256}'`,
    );
  });

  it('makes no header for curl of what would leave its quotes', async () => {
    const [header, payload, signature] = tutorial.hs256.split('.');
    for (const hostile of [`${header}.${payload}.'$(touch x)'`, `${header}.${payload}.${signature}\nx`]) {
      const labels = [...(await copies(hostile)).keys()];
      assert.ok(labels.includes('Header'), hostile);
      assert.deepEqual(
        labels.filter((label) => label.includes('curl')),
        [],
        hostile,
      );
    }
  });

  it('copies code with the token’s algorithm, issuer and audience, and neither token nor secret', async () => {
    const token = await hs256({ iss: 'https://a.example', aud: ['api', 'b'], exp: 1 }, 'unguessable');
    const forms = await copies(token);
    const code = await forms.get('PyJWT python')!();
    assert.match(code!, /algorithms=\["HS256"\]/);
    assert.match(code!, /audience="api"/);
    assert.match(code!, /issuer="https:\/\/a\.example"/);
    assert.doesNotMatch(code!, /eyJ|unguessable/);
    assert.deepEqual(await separators(token), [
      'Code that verifies such tokens',
      'Code that signs such tokens',
    ]);
  });

  it('offers no code for an unsecured token, and nothing that an encrypted one does not have', async () => {
    assert.deepEqual(await separators('eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.'), []);
    const jwe = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA';
    assert.deepEqual(
      [...(await copies(jwe)).keys()].map((label) => label.split(' ')[0]),
      ['curl', 'Redacted', 'Header'],
    );
  });
});
