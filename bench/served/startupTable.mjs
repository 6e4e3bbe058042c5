/**
 * What VS Code's table of start-up performance says of an extension: milliseconds it took to load its code, to call
 * `activate`, and until what that promised was there. Undefined where the extension is not in it.
 */
export function startupRow(table, id) {
  const lines = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const head = lines.find((cells) => cells.includes('Load Code'));
  const row = lines.find((cells) => cells[1]?.toLowerCase() === id);
  if (!head || !row) return undefined;
  const cell = (name) => Number(row[head.indexOf(name)]);
  return {
    loadCode: cell('Load Code'),
    callActivate: cell('Call Activate'),
    finishActivate: cell('Finish Activate'),
  };
}
