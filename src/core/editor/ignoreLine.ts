/**
 * The line of a `.gitignore` at the root of a folder that hides one file, by its path relative to that folder (gitignore(5)):
 * signs with a meaning, and blanks at the end, stand behind a backslash.
 */
export function ignoreLine(path: string): string {
  const literal = path.replace(/[\\*?[\]]/g, '\\$&');
  return `/${literal.replace(/ +$/, (blanks) => blanks.replaceAll(' ', '\\ '))}`;
}
