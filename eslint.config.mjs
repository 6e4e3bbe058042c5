import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What each place may not import: the walls of the house, beside those the compiler holds. */
const node = { group: ['node:*'], message: 'Only scripts and tests may use Node.' };
const vscode = { group: ['vscode'], message: 'Only host may use vscode.' };
const upward = (...places) => ({
  group: places.flatMap((place) => [`**/${place}/**`, `**/${place}`]),
  message: 'Arrows run core <- protocol <- host | inspector, never back.',
});
/** Anything but `messageText(…)`, and texts of our own without a fact in them. */
const unspoken =
  ':not(CallExpression[callee.name="messageText"]):not(CallExpression[callee.property.name="t"][arguments.length=1])';
const wall = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      '**/node_modules/',
      'test/vectors/',
      'test/fixtures/',
      'samples/',
      '.vscode-test/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // There are none of ours, those of VS Code the compiler holds, and looking costs a quarter of the linter's time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: 'ExportAllDeclaration', message: 'No barrel files.' },
        { selector: 'TSEnumDeclaration', message: 'A union of texts, or a table.' },
        {
          selector:
            'Property[key.name="isTrusted"] > Literal[value=true], AssignmentExpression[left.property.name="isTrusted"] > Literal[value=true]',
          message: 'Trust names the commands it allows.',
        },
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Text is set as text.',
        },
        {
          selector: `CallExpression[callee.property.name=/^show(Information|Warning|Error)Message$/] > ${unspoken}.arguments:first-child`,
          message: 'VS Code looks for links in messages: messageText takes them out.',
        },
        {
          selector: `CallExpression[callee.property.name="withProgress"] Property[key.name=/^(title|message)$/] > ${unspoken}.value`,
          message: 'VS Code looks for links in what it says of progress: messageText takes them out.',
        },
      ],
    },
  },
  wall(['src/core/**'], node, vscode, upward('protocol', 'host', 'inspector', 'workers')),
  wall(['src/protocol/**'], node, vscode, upward('host', 'inspector', 'workers')),
  wall(['src/workers/**'], node, vscode, upward('host', 'inspector')),
  wall(['src/host/**', 'src/extension.ts'], node, {
    group: ['**/src/inspector/**', '../../inspector/**', '**/workers/**'],
    message: 'Host, page and workers never meet: they speak through protocol.',
  }),
  wall(['src/inspector/**'], node, vscode, upward('host', 'workers')),
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        require: 'readonly',
        module: 'readonly',
        exports: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
        performance: 'readonly',
        structuredClone: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        document: 'readonly',
        window: 'readonly',
        TextEncoder: 'readonly',
        TextDecoder: 'readonly',
      },
    },
  },
);
