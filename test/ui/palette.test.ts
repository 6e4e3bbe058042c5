import assert from 'node:assert/strict';
import { workbench } from './support/hooks';

describe('the command palette', () => {
  it('offers every command under JWT', async () => {
    const titles = await workbench().commandsLike('JWT:');
    for (const title of ['Inspect Token', 'Verify Token', 'Encode Token', 'Add Key']) {
      assert.ok(titles.includes(`JWT: ${title}`), `${title} among ${titles.join(', ')}`);
    }
  });
});
