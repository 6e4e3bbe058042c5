/** Node's `assert/strict` for suites that run in a browser's worker. */
module.exports = require('assert').strict;
