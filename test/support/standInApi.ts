/** A stand-in for the module `vscode`, which answers to every name and does nothing, and lacks what it is told to lack. */
export interface StandIn {
  readonly api: Readonly<Record<string, unknown>>;
  /** Names of the functions that were called, as `languages.registerHoverProvider`. */
  readonly called: string[];
  readonly commands: Set<string>;
}

class Disposable {
  readonly #end: () => unknown;
  constructor(end: () => unknown) {
    this.#end = end;
  }
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }
  dispose(): void {
    this.#end();
  }
}

class EventEmitter {
  readonly event = (): Disposable => new Disposable(() => undefined);
  readonly fire = (): void => undefined;
  readonly dispose = (): void => undefined;
}

/**
 * @param names what the module is to have: a bundle looks at what there is, and asks for nothing else
 * @param lacked paths such as `lm` or `languages.registerInlayHintsProvider`
 */
export function standInApi(names: ReadonlySet<string>, lacked: readonly string[]): StandIn {
  const called: string[] = [];
  const commands = new Set<string>();
  const known: Readonly<Record<string, unknown>> = {
    Disposable,
    EventEmitter,
    'commands.registerCommand': (id: string) => {
      commands.add(id);
      return new Disposable(() => undefined);
    },
    'workspace.getConfiguration': () => ({ get: () => undefined, inspect: () => undefined }),
    'workspace.workspaceFolders': undefined,
    'workspace.textDocuments': [],
    'workspace.notebookDocuments': [],
    'workspace.isTrusted': true,
    'window.visibleTextEditors': [],
    'window.activeTextEditor': undefined,
    'window.tabGroups.all': [],
    'env.language': 'en',
    'l10n.t': (text: string) => text,
  };
  const all = member('', { known, lacked, called }) as StandIn['api'];
  const api = Object.fromEntries([...names].flatMap((name) => (name in all ? [[name, all[name]]] : [])));
  return { api, called, commands };
}

interface Rules {
  readonly known: Readonly<Record<string, unknown>>;
  readonly lacked: readonly string[];
  readonly called: string[];
}

/** What stands at a path: callable, constructible, with members of every name. */
function member(path: string, rules: Rules): unknown {
  const { known, lacked, called } = rules;
  const at = (name: string): unknown => {
    const inner = path === '' ? name : `${path}.${name}`;
    if (lacked.includes(inner)) return undefined;
    const value = inner in known ? known[inner] : member(inner, rules);
    if (typeof value !== 'function' || path === '' || !(inner in known)) return value;
    return (...args: readonly unknown[]): unknown => {
      called.push(inner);
      return (value as (...given: readonly unknown[]) => unknown)(...args);
    };
  };
  // A function and no class: the prototype of a class may not be answered for.
  const target = function (): void {};
  return new Proxy(target, {
    get: (_target, name) => (typeof name === 'symbol' || name === 'then' ? undefined : at(name)),
    has: (_target, name) => typeof name === 'string' && at(name) !== undefined,
    set: () => true,
    apply: () => {
      called.push(path);
      return member(`${path}()`, rules);
    },
    construct: () => member(`new ${path}`, rules) as object,
  });
}
