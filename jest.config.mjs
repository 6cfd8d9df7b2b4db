import { fileURLToPath } from 'node:url';
import { projects as emulatorProjects } from './emulator/jest.config.mjs';

/** The local cloud from its sources: a fresh checkout has no build of it. */
const localCloud = {
  '@shuxiang/local-cloudbase': ['emulator/src/index.ts'],
  '@shuxiang/local-cloudbase/process': ['emulator/src/process.ts'],
};

/** @param {boolean} tsx @returns {import('jest').Config['transform']} */
const swc = (tsx) => ({
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx },
        // Jest's map of modules, below, does not hold in a global set-up.
        baseUrl: fileURLToPath(new URL('.', import.meta.url)),
        paths: localCloud,
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
});
const moduleNameMapper = {
  '^@contract/(.*)$': '<rootDir>/contract/$1',
  '^@/(.*)$': '<rootDir>/src/$1',
  '^@backend/(.*)$': '<rootDir>/src/shared/backend/local/$1',
  '^@shuxiang/local-cloudbase$': '<rootDir>/emulator/src/index.ts',
  '^@shuxiang/local-cloudbase/process$': '<rootDir>/emulator/src/process.ts',
};

/**
 * One project per layer, so that each can be run alone: `npx jest --selectProjects unit`.
 * @type {import('jest').Config}
 */
const config = {
  testSequencer: '<rootDir>/test/support/longestFirst.cjs',
  projects: [
    {
      displayName: 'unit',
      testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
      testEnvironment: 'node',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      transform: swc(false),
      moduleNameMapper,
    },
    {
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.test.ts'],
      testEnvironment: 'node',
      globalSetup: '<rootDir>/test/support/buildFunctions.ts',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      transform: swc(false),
      moduleNameMapper,
    },
    {
      displayName: 'client',
      testMatch: ['<rootDir>/test/client/**/*.test.tsx', '<rootDir>/test/client/**/*.test.ts'],
      testEnvironment: 'jsdom',
      setupFilesAfterEnv: [
        '<rootDir>/test/support/patience.ts',
        // Looks at the screen before the library clears it away.
        '<rootDir>/test/client/support/spoken.ts',
        '<rootDir>/test/support/patientQueries.ts',
      ],
      transform: swc(true),
      moduleNameMapper: {
        '\\.(s?css|png)$': '<rootDir>/test/client/stubs/empty.ts',
        '^@tarojs/components$': '<rootDir>/test/client/stubs/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/client/stubs/taro.ts',
        ...moduleNameMapper,
      },
    },
    {
      displayName: 'weapp',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
      testEnvironment: 'jsdom',
      globalSetup: '<rootDir>/test/support/weapp/setup.ts',
      globalTeardown: '<rootDir>/test/support/weapp/teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      transform: swc(false),
      transformIgnorePatterns: ['<rootDir>/dist/', '/node_modules/'],
      moduleNameMapper,
    },
    {
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      testEnvironment: 'node',
      globalSetup: '<rootDir>/test/support/preview-setup.ts',
      globalTeardown: '<rootDir>/test/support/preview-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      transform: swc(false),
      moduleNameMapper,
    },
    ...emulatorProjects,
  ],
  collectCoverageFrom: [
    'cloudfunctions/{domains,shared}/*/rules/*.ts',
    'cloudfunctions/kernel/audit/rules/*.ts',
    'contract/{day,times,isbn,text,graphemes,constants}.ts',
  ],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', ['text', { skipFull: true }]],
  // A rule decides about people: every branch of every rule is tested.
  coverageThreshold: { global: { branches: 100 } },
};

export default config;
