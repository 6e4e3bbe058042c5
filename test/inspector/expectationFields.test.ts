import assert from 'node:assert/strict';
import { expectationFields, fieldText, readFields } from '../../src/inspector/expectationFields';
import type { Expected } from '../../src/core/verify/expected';

const whole: Expected = {
  issuer: 'https://a.example/*',
  audience: ['api', 'other api'],
  subject: '42',
  type: 'at+jwt',
  algorithms: ['RS256', 'ES256'],
  required: ['sub', 'a, b'],
  leeway: 30,
  maxAge: 3600.5,
};

describe('the fields of expectations', () => {
  it('give back what they were filled with', () => {
    const texts = Object.fromEntries(expectationFields.map((field) => [field.name, fieldText(field, whole)]));
    assert.deepEqual(readFields(texts), { expected: whole, faults: [] });
  });

  it('ask nothing where they are empty', () => {
    assert.deepEqual(readFields({}), { expected: {}, faults: [] });
    assert.deepEqual(readFields({ issuer: '  ', audience: ' \n\n', leeway: '' }), {
      expected: {},
      faults: [],
    });
  });

  it('take white space around a text, empty lines and repetitions for slips', () => {
    assert.deepEqual(readFields({ subject: ' 42 ', audience: '\n api \r\n\n b\napi' }).expected, {
      subject: '42',
      audience: ['api', 'b'],
    });
  });

  for (const [texts, field, code, note] of [
    [{ leeway: 'soon' }, 'leeway', 'expected.seconds', 'a word for a number'],
    [{ leeway: '-5' }, 'leeway', 'expected.seconds', 'a number below nothing'],
    [{ maxAge: '1e999' }, 'maxAge', 'expected.seconds', 'a number beyond counting'],
    [{ leeway: '5000' }, 'leeway', 'expected.tooManySeconds', 'more than an hour'],
    [{ algorithms: 'RS256\nrs256' }, 'algorithms', 'expected.algorithm', 'a name that is none'],
    [{ issuer: 'https://*.example' }, 'issuer', 'expected.issuer', 'a star in between'],
  ] as const) {
    it(`say by the field what is wrong: ${note}`, () => {
      assert.deepEqual(
        readFields(texts).faults.map((fault) => [fault.field, fault.code]),
        [[field, code]],
      );
    });
  }
});
