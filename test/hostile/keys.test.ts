import assert from 'node:assert/strict';
import type { KeySummary, KnownKey } from '../../src/core/keys/key';
import { readKeys } from '../../src/core/keys/readKeys';
import { summarizeKey } from '../../src/core/keys/summarizeKey';
import { escapeMarkdown } from '../../src/core/present/escape';
import { keyProblemText, keyWeaknessText } from '../../src/core/present/keyWording';
import { hoverMarkdown } from '../../src/core/present/markdown';
import { tokenText } from '../../src/core/present/tokenText';
import { summaryLine, verdictOf } from '../../src/core/present/verdict';
import { english } from '../../src/core/present/wording';
import { messageText } from '../../src/host/platform/messageText';
import { inspectorEvents } from '../../src/protocol/messages';
import { aReport, reportMoment } from '../support/aReport';
import { renderMarkdown } from '../support/renderedMarkdown';
import { workTimeOf } from '../support/workTime';
import { hostileKeys } from './corpus/keys';
import { plainHeader, signed } from './corpus/tokens/made';
import { assertNoLinkInMessage, assertOnlyOurs, assertSeen } from './shown';
import { subjectOf, words } from './subject';

/** Milliseconds of work for one file with its passphrase: above what the limits of derivation allow on a busy machine. */
const patience = 15_000;
/** Keys of one file that are shown. */
const mostShown = 20;

/** A token that hides nothing, for keys that do. */
let plain: ReturnType<typeof subjectOf> | undefined;

describe('a hostile key file', function () {
  this.timeout(120_000);

  for (const { name, about, make } of hostileKeys)
    it(`is read soon, and shown as what it is: ${name} (${about})`, async () => {
      const took = await workTimeOf(async () => {
        const { keys, problems } = await readKeys({ bytes: make(), name: 'a.pem' }, { passphrase: 'x' });
        assert.ok(keys.length + problems.length > 0);
        assert.ok(keys.length <= 10_000 && problems.length <= 100);
        for (const problem of problems) {
          const said = messageText(keyProblemText(problem, english));
          assertSeen(said.replaceAll(']\u200b(', ']('), 'problem');
          assertNoLinkInMessage(said);
          assert.ok(said.length < 1000, said);
        }
        for (const [index, key] of keys.slice(0, mostShown).entries())
          await assertShown({
            id: String(index),
            key,
            origin: { from: 'file', path: name, uri: 'file:///a' },
          });
      });
      assert.ok(took < patience, `${took} ms`);
    });

  it('is one of a hundred and more', () => {
    assert.ok(hostileKeys.length >= 100, String(hostileKeys.length));
  });
});

/** A key as one that verified: in hover, text, message and panel. */
async function assertShown(known: KnownKey): Promise<void> {
  const key = await summarizeKey(known, reportMoment);
  assert.equal(key.kid, known.key.labels.kid);
  const report = aReport({ status: 'valid', key, chosenBy: 'kid' });
  const { token, inspection } = await (plain ??= subjectOf(signed(plainHeader, '{"sub":"42"}')));
  const rendered = renderMarkdown(hoverMarkdown(inspection, report, { ...words, links: {} }));
  assertOnlyOurs(rendered);
  for (const line of rendered.text.split('\n')) assertSeen(line, 'hover');
  for (const line of tokenText({ token, inspection, report }, undefined, words).split('\n'))
    assertSeen(line, 'text');
  assertNoLinkInMessage(messageText(summaryLine(verdictOf(inspection, report, words))));
  assert.ok(
    inspectorEvents.showReport({ revision: 1, isPicked: false, verification: { status: 'done', report } }),
  );
  assertTooltip(key);
}

/** A tooltip of the Keys view is Markdown of escaped lines. */
function assertTooltip({ kid = '', comment = '', weaknesses }: KeySummary): void {
  const lines = [kid, comment, ...weaknesses.map((one) => keyWeaknessText(one, { ...words, moment: 0 }))];
  const rendered = renderMarkdown(lines.map(escapeMarkdown).join('  \n'));
  assertOnlyOurs(rendered);
  for (const line of rendered.text.split('\n')) assertSeen(line, 'tooltip');
}
