import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const nodeGlobals = {
  process: 'readonly',
  __filename: 'readonly',
  console: 'readonly',
  Buffer: 'readonly',
  URL: 'readonly',
  setTimeout: 'readonly',
  clearTimeout: 'readonly',
  setInterval: 'readonly',
  clearInterval: 'readonly',
  setImmediate: 'readonly',
  fetch: 'readonly',
  module: 'writable',
  require: 'readonly',
  __dirname: 'readonly',
};

const tappable = {
  selector: "JSXOpeningElement[name.name=/^(View|Text|Image|ScrollView)$/] > JSXAttribute[name.name='onClick']",
  message:
    'What can be tapped is a Tap (src/shared/ui/Tap) or a Button: they tell what they are and take the keyboard.',
};
const writtenOut = {
  selector: 'ObjectExpression > Property[key.name=/^(aria[A-Z]|tabindex)/]',
  message: 'The browser build renames aria attributes only where they are written on the element, not in an object.',
};
const ownName = {
  selector: 'TSPropertySignature[key.name=/^aria(Role|Label)$/]',
  message:
    'The browser build renames this on every element that is given it, so a component of ours never gets it: label.',
};

/** What answers by the time zone of the machine; a day is a day in Shanghai wherever the code runs. */
const localTime = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']
  .flatMap((part) => [`get${part}`, `set${part}`])
  .concat('getTimezoneOffset', 'toDateString', 'toTimeString', 'toLocaleDateString', 'toLocaleTimeString')
  .map((property) => ({ property, message: 'Depends on the time zone of the machine: contract/day.ts.' }));

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/.cache', '.data', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // With this, no more tests than those of dates need to run in several time zones (scripts/test/layers.ts).
  {
    files: ['contract/**/*.ts', 'cloudfunctions/**/*.ts', 'src/**/*.{ts,tsx}', 'scripts/**/*.ts', 'demo/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...localTime] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { defineAppConfig: 'readonly', definePageConfig: 'readonly' } },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // WeChat's JavaScript engine has none of these; a bundle that names one dies on a phone, not on a laptop.
      'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'fetch', 'AbortController', 'Intl'],
      'no-restricted-syntax': ['error', tappable, writtenOut, ownName],
    },
  },
  // Not part of the WeChat build: start.h5.ts alone leads to the one, dead branches to the other.
  { files: ['src/shared/browser/*.ts', 'src/shared/dom.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/shared/ui/Tap/Tap.tsx'], rules: { 'no-restricted-syntax': ['error', writtenOut, ownName] } },
  { files: ['**/*.{mjs,cjs,js}'], languageOptions: { globals: nodeGlobals } },
);
