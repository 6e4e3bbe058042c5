/**
 * A running process that verifies its first token with the bundle given, and prints how long that took, loading
 * included. An extension host has loaded Node's own modules long before, so they do not count for anyone.
 */
for (const name of ['http', 'stream', 'crypto', 'worker_threads']) require(`node:${name}`);
const { readFileSync } = require('node:fs');

const [bundle, inputs] = process.argv.slice(2);
const { token, pem, moment } = JSON.parse(readFileSync(inputs, 'utf8'));
const begun = performance.now();
require(bundle)
  .verify(token, pem, moment)
  .then((isValid) => {
    const took = performance.now() - begun;
    if (!isValid) throw new Error('the token did not verify');
    process.stdout.write(String(took));
  });
