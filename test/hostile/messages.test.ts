import assert from 'node:assert/strict';
import { visible } from '../../src/core/present/escape';
import { messageText } from '../../src/host/platform/messageText';
import { hostileTexts } from '../core/present/hostileTexts';
import { assertNoLinkInMessage, assertSeen } from './shown';

/** What `messageText` puts between brackets cannot be seen. */
const asRead = (message: string): string => message.replaceAll(']\u200b(', '](');

describe('a message of VS Code', () => {
  it('has nothing in it to click, whatever keys, files and claims are called', () => {
    for (const [attempt, text] of hostileTexts) {
      const message = messageText(`Signature valid with ${text} (${text})`);
      assertNoLinkInMessage(message);
      assertSeen(asRead(message), attempt);
      assert.equal(asRead(message), `Signature valid with ${visible(text)} (${visible(text)})`);
    }
  });

  it('would have a link in it otherwise', () => {
    const links = hostileTexts.filter(([, text]) => {
      try {
        assertNoLinkInMessage(text);
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(links.length >= 4, String(links.length));
  });
});
