import Module from 'node:module';
import * as vscode from 'vscode';

/** Milliseconds of each answer of a hover provider that was registered since `watchHovers`. */
const ownTimes = [];

/** Stands in for `vscode` where an extension registers its hover: each answer is timed. */
function watched(api) {
  const registerHoverProvider = (selector, provider) =>
    api.languages.registerHoverProvider(selector, {
      provideHover: async (...question) => {
        const begun = performance.now();
        try {
          return await provider.provideHover(...question);
        } finally {
          ownTimes.push(performance.now() - begun);
        }
      },
    });
  return { ...api, languages: { ...api.languages, registerHoverProvider } };
}

export const hoverTasks = {
  /** From now on an extension that is loaded has its hovers timed. */
  watchHovers: ({ id }) => {
    const { extensionPath } = vscode.extensions.getExtension(id);
    const load = Module._load;
    let api;
    Module._load = function (request, parent, ...rest) {
      const loaded = Reflect.apply(load, this, [request, parent, ...rest]);
      if (request !== 'vscode' || !parent?.filename?.startsWith(extensionPath)) return loaded;
      return (api ??= watched(loaded));
    };
  },

  /** Asks for hovers at places of a file, one behind the other; milliseconds of the round trips, and of our provider. */
  hovers: async ({ path, places, wants }) => {
    const { uri } = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    ownTimes.length = 0;
    const roundTrips = [];
    for (const { line, character } of places) {
      const begun = performance.now();
      const hovers = await vscode.commands.executeCommand(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(line, character),
      );
      roundTrips.push(performance.now() - begun);
      const said = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n');
      if (!said.includes(wants))
        throw new Error(`No hover with “${wants}” at ${line}:${character}, but “${said}”.`);
    }
    return { roundTrips, own: [...ownTimes] };
  },
};
