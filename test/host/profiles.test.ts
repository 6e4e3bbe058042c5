import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hoverOver, hs256, untitled } from './support';

describe('profiles', () => {
  const secret = 'a secret of the profile test';
  const issuer = 'https://profiles.example/';
  const set = async (profiles: unknown): Promise<void> =>
    await vscode.workspace
      .getConfiguration('claimcheck')
      .update('profiles', profiles, vscode.ConfigurationTarget.Workspace);
  /** The hover over a token beside a constant that holds its secret. */
  const hoverText = async (claims: object): Promise<string> => {
    const token = await hs256(claims, secret);
    const document = await untitled(
      `const jwtSecret = '${secret}';\nconst token = '${token}';\n`,
      'javascript',
    );
    return (await hoverOver(document, token))!.text;
  };

  after(async () => {
    await set(undefined);
  });

  it('make each expectation a check of tokens of their issuer, and of no other', async () => {
    await set([{ issuer, audience: 'api', algorithms: ['RS256'], required: ['sub'] }]);
    const text = await eventually(async () => {
      const hover = await hoverText({ iss: issuer, aud: 'other' });
      return /Not as expected/.test(hover) ? hover : undefined;
    });
    assert.match(text, /Signature valid/);
    assert.match(text, /2 more/);
    assert.doesNotMatch(await hoverText({ iss: 'https://other.example/', aud: 'other' }), /Not as expected/);
  });

  it('say when everything is as expected, by a beginning of the issuer too', async () => {
    await set([{ issuer: `${issuer}*`, audience: ['api'], algorithms: ['HS256'], keys: ['jwtSecret'] }]);
    const claims = { iss: `${issuer}tenant`, aud: ['api', 'b'] };
    await eventually(async () => (/As expected/.test(await hoverText(claims)) ? true : undefined));
  });

  it('tell a genuine signature whose key is none of those named', async () => {
    await set([{ issuer, keys: ['keys/other.pem'] }]);
    const text = await eventually(async () => {
      const hover = await hoverText({ iss: issuer });
      return /Not as expected/.test(hover) ? hover : undefined;
    });
    assert.match(text, /Signature valid/);
    assert.match(text, /the key is none/);
  });

  it('judge time with the leeway of their issuer', async () => {
    const exp = Math.floor(Date.now() / 1000) - 60;
    await set([{ issuer, leeway: 600 }]);
    await eventually(async () =>
      /[Ee]xpired/.test(await hoverText({ iss: issuer, exp })) ? undefined : true,
    );
    assert.match(await hoverText({ iss: 'https://other.example/', exp }), /[Ee]xpired/);
  });
});
