/**
 * Stryker's runner asks for mocha's `lib/cli/run-helpers` without an extension, which is `.cjs` since mocha 12.0.3: let
 * Node try that one too.
 */
require.extensions['.cjs'] ??= require.extensions['.js'];
