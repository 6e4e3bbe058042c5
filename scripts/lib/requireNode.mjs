/**
 * Ends with a plain sentence where Node is too old for the tools here. Imported first and alone by every script:
 * the others are imported afterwards, so that their newer syntax cannot fail before this was said.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!isNewEnough) {
  console.error(
    `Claimcheck is built and tested with Node.js 20.19, 22.12 or newer. This is Node.js ${process.versions.node}.\n` +
      'Install a current Node.js (https://nodejs.org/) and run the same command again.',
  );
  process.exit(1);
}

export {};
