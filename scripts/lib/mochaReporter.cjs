/**
 * Mocha's own spec reporter, which also writes the suite's result to the file named by CLAIMCHECK_RESULT.
 * A pending test counts as failed: a test that is not run proves nothing.
 */
const { renameSync, writeFileSync } = require('node:fs');
const Mocha = require('mocha');

const { Spec } = Mocha.reporters;

module.exports = class ResultReporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const result = { passed: 0, failed: 0, failures: [], retried: [], about: process.env.CLAIMCHECK_ABOUT };
    const noted = (test, error) => ({ title: test.fullTitle(), error: String(error?.stack ?? error) });
    const fail = (test, error) => {
      result.failed += 1;
      result.failures.push(noted(test, error));
    };
    runner.on('pass', () => (result.passed += 1));
    runner.on('fail', fail);
    runner.on('retry', (test, error) => result.retried.push(noted(test, error)));
    runner.on('pending', (test) => fail(test, 'pending: it was not run'));
    runner.once('end', () => {
      const file = process.env.CLAIMCHECK_RESULT;
      if (!file) return;
      writeFileSync(`${file}.part`, JSON.stringify(result));
      renameSync(`${file}.part`, file);
    });
  }
};
