import assert from 'node:assert/strict';
import { workbench } from './support/hooks';
import { tutorial } from './support/tutorial';

describe('JWT: What Would My Backend Say', () => {
  it('lists three libraries’ answers, and shows them all with their code in a document', async () => {
    const window = workbench();
    await window.openFile('README.md');
    await window.editor.putCursor(tutorial.rs256Start, 5);
    await window.runCommand('JWT: What Would My Backend Say');
    await window.quickInput.waitUntilOpen('Which key does your backend verify with?');
    await window.quickInput.choose('tutorial_id_rsa.pub');
    await window.quickInput.waitUntilOpen('Enter copies code');
    const items = (await window.quickInput.items()).join('\n');
    for (const library of ['PyJWT', 'jsonwebtoken', 'jose']) assert.ok(items.includes(library), items);
    await window.quickInput.choose('Show All with Their Code');
    await window.editor.placeOf('print(jwt.decode(token, key, algorithms=');
    const text = await window.editor.text();
    assert.match(text, /```python/);
    assert.ok(!text.includes(tutorial.rs256Start), 'the code names the token, and does not hold it');
  });
});
