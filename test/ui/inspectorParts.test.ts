import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mjs';
import { pseudoCatalogue } from '../../scripts/lib/pseudoLocale.mjs';
import type { SignatureAnswer } from '../../src/core/verify/report';
import { aReport, fullSummary } from '../support/aReport';
import { aDisclosure, anSdJwt, digestOf } from '../support/anSdJwt';
import { aCompactJws, jsonSegment, segment, someSignature } from '../support/aToken';
import { InspectorPage } from './support/inspectorPage';

const place = { uri: 'file:///work/notes.md', offset: 7, name: 'notes.md', line: 3 };
const told = (text: string, revision = 1): Parameters<InspectorPage['tell']>[1] & object => ({
  revision,
  text,
  leeway: 0,
  isPinned: false,
  trail: [],
  place,
});

const twoSignatures = JSON.stringify({
  payload: jsonSegment({ sub: '42' }),
  signatures: [
    { protected: jsonSegment({ alg: 'ES256', kid: 'first' }), signature: someSignature },
    { protected: jsonSegment({ alg: 'RS256' }), header: { kid: 'second' }, signature: someSignature },
  ],
});
const twoRecipients = JSON.stringify({
  protected: jsonSegment({ enc: 'A256GCM' }),
  recipients: [
    { header: { alg: 'RSA-OAEP', kid: 'one' }, encrypted_key: segment('key') },
    { header: { alg: 'A256KW', kid: 'two' }, encrypted_key: segment('key') },
  ],
  iv: segment('vector'),
  ciphertext: segment('secret'),
  tag: segment('tag'),
});

let browser: Browser;
let panel: InspectorPage;

const show = (text: string): Promise<void> => panel.tell('showToken', told(text) as never);
const answer = (signatures: readonly [SignatureAnswer, ...SignatureAnswer[]]): Promise<void> =>
  panel.tell('showReport', {
    revision: 1,
    isPicked: false,
    verification: { status: 'done', report: aReport(undefined, { signatures }) },
  });
const valid: SignatureAnswer = { status: 'valid', key: fullSummary, chosenBy: 'kid' };

const catalogue = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'l10n', 'bundle.l10n.json'), 'utf8'),
) as Record<string, string>;

describe('the inspector’s page, part by part', () => {
  before(async () => {
    browser = (await launchBrowser()).browser;
  });
  after(() => browser.close());
  afterEach(async () => {
    assert.deepEqual(panel.errors, []);
    assert.deepEqual(await panel.violations(), []);
    await panel.close();
  });

  describe('the parts of tokens with several of them, on the inspector’s page', () => {
    it('are signatures, each with its header and its own verdict', async () => {
      panel = await InspectorPage.open(browser);
      await show(twoSignatures);
      await answer([valid, { status: 'invalid', tried: [] }]);
      const rows = panel.page.locator('.section.signature > .list > li');
      assert.match(await rows.nth(0).innerText(), /Signature 1 · ES256 · kid first.*Signature valid/s);
      const second = await rows.nth(1).innerText();
      assert.match(second, /Signature 2 · RS256 · kid second.*matches none of the 0 keys/s);
      assert.match(second, /Protected header.*RS256.*Unprotected header.*second/s);
    });

    it('are recipients, each with its header; whether a key opens it is asked when one looks', async () => {
      const text = 'Decrypted with a.pem';
      panel = await InspectorPage.open(browser, { results: { askRecipient: { status: 'pass', text } } });
      await show(twoRecipients);
      const section = panel.page.locator('.section.recipients');
      assert.match(
        await section.innerText(),
        /Recipient 1 · RSA-OAEP · kid one.*Recipient 2 · A256KW · kid two/s,
      );
      assert.equal((await panel.asked()).length, 1, 'nothing is asked of those nobody looks at');
      await section.getByText('Recipient 2').press('Enter');
      await section.locator('.status-line', { hasText: text }).waitFor();
      assert.match(await section.innerText(), /Unprotected header.*A256KW/s);
      assert.deepEqual((await panel.asked()).slice(1), [
        { method: 'askRecipient', params: { revision: 1, index: 1 } },
      ]);
    });

    it('are disclosures, each with its place, or that it has none; and what is kept back', async () => {
      panel = await InspectorPage.open(browser);
      const disclosure = aDisclosure('salt', 'email', 'a@b.example');
      const stray = aDisclosure('salt 2', 'role', 'admin');
      await show(anSdJwt({ _sd: [digestOf(disclosure), 'decoy'] }, [disclosure, stray]).text);
      const section = panel.page.locator('.section.disclosures');
      assert.match(await section.innerText(), /email\s+a@b\.example.*role\s+admin/s);
      await panel.tell('showDisclosures', {
        revision: 1,
        disclosures: {
          disclosed: { status: 'fail', text: 'Nothing in the signed payload refers to disclosure 2.' },
          rows: [
            { place: 'email', status: 'pass' },
            { place: 'in no place', status: 'fail' },
          ],
          problems: ['Nothing in the signed payload refers to disclosure 2.', 'One more.'],
        },
      });
      const words = await section.innerText();
      assert.match(words, /refers to disclosure 2\..*One more\..*role\s+admin\s+in no place/s);
      assert.equal(words.split('refers to disclosure 2').length, 2, 'said once');
      assert.equal(await section.locator('li .icon-failed').count(), 1);
    });
  });

  describe('the layout of the inspector’s page', () => {
    /** Everything there is to show of a token, unfolded. */
    async function showAll(): Promise<void> {
      await show(
        aCompactJws(
          { alg: 'ES256', kid: 'service-2026', typ: 'at+jwt' },
          {
            iss: 'https://issuer.example/tenants/42',
            iat: 1_767_000_000,
            exp: 1_767_300_000,
            deep: { a: { b: 1 } },
          },
        ),
      );
      const expected = { issuer: 'https://issuer.example/*', algorithms: ['ES256', 'RS256'], leeway: 0 };
      await panel.tell('showExpected', {
        revision: 1,
        expectations: { source: 'panel', expected, profiles: ['https://issuer.example/*'] },
      });
      await answer([valid]);
      await panel.tell('showSearch', {
        revision: 1,
        search: {
          status: 'found',
          cause: { code: 'token-padded', also: [], evidence: 'verified', facts: {} },
          fix: { kind: 'repair' },
        },
      });
      await panel.unfold();
      await panel.page
        .getByLabel(/leeway/i)
        .or(panel.page.locator('#expected-leeway'))
        .first()
        .fill('soon');
      await panel.page.locator('#expected-leeway-fault').filter({ hasText: /.{10}/ }).waitFor();
    }

    const pseudo = { messages: pseudoCatalogue(catalogue) };
    for (const [note, options, zoom] of [
      ['320 pixels', { viewport: { width: 320, height: 700 } }, 1],
      ['a zoom of 200 % in 640 pixels', { viewport: { width: 640, height: 900 }, deviceScaleFactor: 2 }, 2],
      ['texts that are longer, in 640 pixels', { surroundings: pseudo }, 1],
      [
        'texts that are longer, in 320 pixels',
        { surroundings: pseudo, viewport: { width: 320, height: 700 } },
        1,
      ],
    ] as const) {
      it(`cuts nothing off in ${note}`, async () => {
        panel = await InspectorPage.open(browser, options);
        await panel.page.evaluate((factor) => document.body.style.setProperty('zoom', String(factor)), zoom);
        await showAll();
        assert.equal(await panel.overflow(), 0);
        assert.deepEqual(await panel.cutOff(), []);
      });
    }

    it('has room for large letters: 200 % of the size of the text', async () => {
      panel = await InspectorPage.open(browser, { viewport: { width: 480, height: 900 } });
      await panel.page.evaluate(() => {
        document.documentElement.style.setProperty('--vscode-font-size', '26px');
        document.documentElement.style.setProperty('--vscode-editor-font-size', '28px');
      });
      await showAll();
      assert.equal(await panel.overflow(), 0);
      assert.deepEqual(await panel.cutOff(), []);
    });
  });
});
