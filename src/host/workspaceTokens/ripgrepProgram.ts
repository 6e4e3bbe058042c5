import * as vscode from 'vscode';

/** Where VS Code has had its ripgrep, below its own folder; the newest first. */
const places: readonly ((platform: string, arch: string) => string)[] = [
  (platform, arch) => `@vscode/ripgrep-universal/bin/${platform}-${arch}`,
  () => '@vscode/ripgrep/bin',
  () => 'vscode-ripgrep/bin',
];
const roots = ['node_modules.asar.unpacked', 'node_modules'] as const;

/** The path of the ripgrep that VS Code ships; undefined where there is none, as in a browser. */
export async function ripgrepProgram(appRoot = vscode.env.appRoot): Promise<string | undefined> {
  if (appRoot === '') return undefined;
  const { platform, arch } = await import('node:process');
  const name = platform === 'win32' ? 'rg.exe' : 'rg';
  for (const place of places)
    for (const root of roots) {
      const uri = vscode.Uri.joinPath(vscode.Uri.file(appRoot), root, place(platform, arch), name);
      if (await isFile(uri)) return uri.fsPath;
    }
  return undefined;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.File) !== 0,
    () => false,
  );
}
