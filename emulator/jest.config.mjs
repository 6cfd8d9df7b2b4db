import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {import('jest').Config} */
const common = {
  rootDir: dirname(fileURLToPath(import.meta.url)),
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: false } } }],
  },
};

/** The tests of the local CloudBase; whoever runs tests of several packages at once takes these in. */
export const projects = [
  { ...common, displayName: 'emulator-unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
  {
    ...common,
    displayName: 'emulator-integration',
    testMatch: ['<rootDir>/test/integration/**/*.test.ts', '<rootDir>/test/parity/**/*.test.ts'],
  },
];

export default { projects };
