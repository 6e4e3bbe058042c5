import assert from 'node:assert/strict';
import { aDisclosure, anSdJwt, digestOf } from '../support/anSdJwt';
import { hoverOver, untitled } from './support';

const name = aDisclosure('salt one', 'given_name', 'Ada');
const city = aDisclosure('salt two', 'city', 'Lisbon');

describe('the hover on an SD-JWT', () => {
  it('lists what is disclosed and counts what is kept back', async () => {
    const { text: token } = anSdJwt({ _sd: [digestOf(name)], address: { _sd: [digestOf(city)] } }, [name]);
    const answer = await hoverOver(await untitled(`token = ${token}\n`), token);
    assert.match(answer!.text, /One claim is disclosed\. One digest stands for a claim kept back/);
    assert.match(answer!.text, /\*\*given_name\*\*: "Ada"/);
  });

  it('says which disclosure does not belong to it', async () => {
    const { text: token } = anSdJwt({ _sd: [digestOf(name)] }, [name, city]);
    const answer = await hoverOver(await untitled(`token = ${token}\n`), token);
    assert.match(answer!.text, /Nothing in the signed payload refers to disclosure 2/);
  });
});
