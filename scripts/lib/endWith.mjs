/**
 * Ends the process with the code that the work gives. An error that we raised ourselves, or a mistyped option, is a
 * sentence for the person who waits; anything else is a defect, and shows its stack.
 * @param {() => Promise<number>} work
 */
export async function endWith(work) {
  try {
    process.exit(await work());
  } catch (error) {
    console.error(isForPeople(error) ? error.message : error);
    process.exit(1);
  }
}

/** @param {unknown} error @returns {error is Error} */
function isForPeople(error) {
  if (!(error instanceof Error)) return false;
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  return code === undefined ? error.name === 'Error' : code.startsWith('ERR_PARSE_ARGS');
}
