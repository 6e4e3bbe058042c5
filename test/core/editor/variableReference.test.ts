import assert from 'node:assert/strict';
import { environmentLine, variableName, variableUse } from '../../../src/core/editor/variableReference';

/** A line with `«»` around the token, after its replacement. */
function replaced(languageId: string, line: string): string {
  const [before, rest] = line.split('«');
  const after = rest.split('»')[1];
  const use = variableUse(languageId, 'TOKEN', before, after);
  return before.slice(0, before.length - use.before) + use.text + after.slice(use.after);
}

describe('variableUse', () => {
  it('takes the place of a literal', () => {
    for (const [language, line, expected] of [
      ['typescript', "const t = '«eyJ»';", 'const t = process.env.TOKEN;'],
      ['python', 't = "«eyJ»"', 't = os.environ["TOKEN"]'],
      ['go', 't := `«eyJ»`', 't := os.Getenv("TOKEN")'],
      ['java', 'var t = "«eyJ»";', 'var t = System.getenv("TOKEN");'],
      ['php', "$t = '«eyJ»';", "$t = getenv('TOKEN');"],
      ['csharp', 'var t = "«eyJ»";', 'var t = Environment.GetEnvironmentVariable("TOKEN");'],
    ] as const)
      assert.equal(replaced(language, line), expected);
  });

  it('is joined to the rest of a literal, or stands in it', () => {
    for (const [language, line, expected] of [
      ['javascript', 'a("Bearer «eyJ»")', 'a("Bearer " + process.env.TOKEN)'],
      ['javascript', "a('«eyJ»;path=/')", "a(process.env.TOKEN + ';path=/')"],
      ['javascript', 'a(`Bearer «eyJ»`)', 'a(`Bearer ${process.env.TOKEN}`)'],
      ['python', "h = f'Bearer «eyJ» x'", "h = f'Bearer ' + os.environ[\"TOKEN\"] + ' x'"],
      ['ruby', 'h = "Bearer «eyJ»"', 'h = "Bearer #{ENV.fetch("TOKEN")}"'],
      ['php', '$h = "Bearer «eyJ»";', '$h = "Bearer " . getenv(\'TOKEN\');'],
      ['python', 'x = "it\\"s"; t = "«eyJ»"', 'x = "it\\"s"; t = os.environ["TOKEN"]'],
    ] as const)
      assert.equal(replaced(language, line), expected);
  });

  it('is as shells have it where nothing else is known', () => {
    assert.equal(replaced('yaml', 'token: «eyJ»'), 'token: ${TOKEN}');
    assert.equal(
      replaced('shellscript', 'curl -H "Authorization: Bearer «eyJ»"'),
      'curl -H "Authorization: Bearer ${TOKEN}"',
    );
    assert.equal(replaced('powershell', '$h = "Bearer «eyJ»"'), '$h = "Bearer $env:TOKEN"');
    assert.equal(replaced('ruby', "h = 'Bearer «eyJ»'"), 'h = \'Bearer \' + ENV.fetch("TOKEN")');
    assert.equal(replaced('http', 'Authorization: Bearer «eyJ»'), 'Authorization: Bearer {{$dotenv TOKEN}}');
  });
});

describe('variableName', () => {
  it('is taken from what the token is assigned to', () => {
    for (const [before, expected] of [
      ['const apiToken = "', 'API_TOKEN'],
      ['  access_token: ', 'ACCESS_TOKEN'],
      ['{"id-token": "', 'ID_TOKEN'],
      ["config.jwt = '", 'JWT'],
      ['Authorization: Bearer ', 'AUTHORIZATION'],
      ["const apiToken = 'Bearer ", 'API_TOKEN'],
      ['foo(', 'TOKEN'],
      ['', 'TOKEN'],
      ['x'.repeat(10_000), 'TOKEN'],
    ] as const)
      assert.equal(variableName(before), expected);
  });
});

describe('environmentLine', () => {
  it('quotes what has a meaning elsewhere', () => {
    assert.equal(environmentLine('A', 'eyJ.e30.x_y-z~'), 'A=eyJ.e30.x_y-z~');
    assert.equal(environmentLine('A', '{"a":"b"}'), 'A=\'{"a":"b"}\'');
  });
});
