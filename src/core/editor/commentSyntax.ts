/** How a comment on a line of its own is written. */
interface Comment {
  readonly open: string;
  readonly close: string;
}

const slashes: Comment = { open: '// ', close: '' };
const hash: Comment = { open: '# ', close: '' };
const dashes: Comment = { open: '-- ', close: '' };
const semicolon: Comment = { open: '; ', close: '' };
const percent: Comment = { open: '% ', close: '' };
const angle: Comment = { open: '<!-- ', close: ' -->' };
const star: Comment = { open: '/* ', close: ' */' };

/** Languages by how they write comments, by VS Code's ids. Those without comments (JSON, logs, plain text) are not among them. */
const languages: readonly (readonly [Comment, string])[] = [
  [
    slashes,
    'javascript javascriptreact typescript typescriptreact java kotlin scala groovy go rust c cpp csharp objective-c objective-cpp swift dart php jsonc json5 proto3 proto solidity zig fsharp jenkins',
  ],
  [
    hash,
    'python ruby perl perl6 r yaml dockercompose toml shellscript bash fish powershell dotenv env properties makefile dockerfile docker http rest terraform hcl nginx julia elixir coffeescript graphql ignore tcl gherkin feature nix ansible github-actions-workflow',
  ],
  [dashes, 'sql lua haskell elm ada plsql vhdl'],
  [semicolon, 'ini clojure lisp scheme racket asm-intel-x86-generic'],
  [percent, 'erlang prolog latex tex matlab'],
  [angle, 'html xml xsl markdown vue svelte astro svg'],
  [star, 'css scss less'],
];

const byLanguage: ReadonlyMap<string, Comment> = new Map(
  languages.flatMap(([comment, ids]) => ids.split(' ').map((id) => [id, comment] as const)),
);

/** A comment of one line in a language; undefined where the language has none, or is not known here. */
export function commentIn(languageId: string, text: string): string | undefined {
  const comment = byLanguage.get(languageId);
  return comment && `${comment.open}${text}${comment.close}`;
}
