/**
 * @typedef {object} Setting
 * @property {string} [description]
 * @property {string} [markdownDescription]
 * @property {unknown} [default]
 * @property {string} [scope]
 *
 * @typedef {object} Manifest
 * @property {{
 *   commands: { command: string, title: string, category?: string }[],
 *   configuration: { title: string, properties: Record<string, Setting> }[],
 *   colors?: { id: string, description: string }[],
 *   menus?: Record<string, { command?: string, when?: string }[]>,
 * }} contributes
 */

/** Who may set a setting, by its scope; a scope that is missing is `window`. @type {Readonly<Record<string, string>>} */
const places = {
  application: 'you alone',
  machine: 'you alone, for each machine',
  'machine-overridable': 'you, workspace',
  window: 'you, workspace',
  resource: 'you, workspace, folder',
  'language-overridable': 'you, workspace, folder, language',
};

/**
 * The reference of all that a manifest contributes, in Markdown.
 * @param {Manifest} manifest
 * @param {Readonly<Record<string, string>>} texts of package.nls.json
 */
export function referenceText({ contributes }, texts) {
  const said = (/** @type {string} */ text) =>
    text.replace(/^%(.+)%$/, (_, key) => texts[key] ?? `missing: ${key}`);
  const hidden = new Set(
    (contributes.menus?.['commandPalette'] ?? []).flatMap(({ command, when }) =>
      command !== undefined && when === 'false' ? [command] : [],
    ),
  );
  const commands = contributes.commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title, category }) => [
      `**${category === undefined ? '' : `${said(category)}: `}${said(title)}**`,
      `\`${command}\``,
    ]);
  const settings = contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).map(([id, setting]) => [
      `\`${id}\``,
      // References to other settings are links in VS Code's settings editor, and nowhere else.
      said(setting.markdownDescription ?? setting.description ?? '').replaceAll(/`#([^`]+)#`/g, '`$1`'),
      `\`${JSON.stringify(setting.default)}\``,
      places[setting.scope ?? 'window'] ?? '',
    ]),
  );
  const colours = (contributes.colors ?? []).map(({ id, description }) => [`\`${id}\``, said(description)]);
  return [
    '# Reference',
    'Made from package.json by `npm run reference`.',
    '## Commands',
    table(['in the palette', 'id'], commands),
    '## Settings',
    'Each is read where it is set; what only you may set is not taken from a workspace.',
    table(['setting', 'what it does', 'default', 'set by'], settings),
    '## Colours',
    table(['colour', 'of'], colours),
    '',
  ].join('\n\n');
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
