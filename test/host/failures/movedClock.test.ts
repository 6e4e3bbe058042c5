import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { told, untilCodes } from '../remarks';
import { hoverOver, hs256, untitled } from '../support';

const realNow = Date.now;
const hour = 3_600_000;

describe('a failure survived: when the clock is moved', function () {
  this.timeout(120_000);
  afterEach(() => void (Date.now = realNow));

  it('what is said of a token follows, forwards and backwards', async () => {
    const begin = realNow();
    const exp = Math.floor((begin + hour) / 1000);
    const token = await hs256({ sub: '42', iat: exp - 7200, exp }, 'x'.repeat(64));
    const document = await untitled(`t = ${token}`);
    await vscode.window.showTextDocument(document);
    const { text } = (await hoverOver(document, token))!;
    assert.match(text, /Expires in \d+ minutes|Expires in (an|1) hour/i);
    assert.ok(!told(document).some((one) => one.startsWith('expired')));

    Date.now = () => realNow() + 2 * hour;
    await untilCodes(document, 'expired');
    assert.match((await hoverOver(document, token))!.text, /Expired/);

    Date.now = realNow;
    await untilCodes(document);
    assert.doesNotMatch((await hoverOver(document, token))!.text, /Expired/);
  });
});
