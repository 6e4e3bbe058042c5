/**
 * Ends the process with the code that the work gives. An error that we raised ourselves is a sentence for the person who
 * waits; anything else is a defect, and shows its stack.
 * @param {() => Promise<number>} work
 */
export async function endWith(work) {
  try {
    process.exit(await work());
  } catch (error) {
    const isOurs = error instanceof Error && error.name === 'Error';
    console.error(isOurs ? error.message : error);
    process.exit(1);
  }
}
