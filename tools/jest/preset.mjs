import { fileURLToPath } from 'node:url';

/**
 * One Jest recipe per kind of project. Everything runs as ES modules, compiled by SWC without type
 * checks: types are checked once, by `tsc -b`, before any test starts.
 */
const swc = (decorators) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators },
      transform: { legacyDecorator: decorators, decoratorMetadata: decorators },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

const base = (name, rootDir, decorators) => ({
  displayName: name,
  rootDir,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@commonthread/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '^.+\\.ts$': swc(decorators) },
  testRegex: '\\.spec\\.ts$',
});

/** A pure library: no decorators, no set-up. */
export const pureLib = (name, rootDir) => base(name, rootDir, false);

/** A NestJS service: decorators with metadata, a throw-away PostgreSQL for `*.e2e-spec.ts`. */
export const nestApp = (name, rootDir) => ({
  ...base(name, rootDir, true),
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  // Starting an API on its own database takes a second alone, but not on a machine that builds meanwhile.
  testTimeout: 30_000,
  globalSetup: fileURLToPath(new URL('postgres-setup.mjs', import.meta.url)),
  globalTeardown: fileURLToPath(new URL('postgres-teardown.mjs', import.meta.url)),
});

/** Angular: components compiled on the fly, a document by jsdom, no zone. `src/test-setup.ts` starts the test bed. */
export const angular = (name, rootDir) => ({
  displayName: name,
  rootDir,
  testEnvironment: 'jsdom',
  testEnvironmentOptions: {
    customExportConditions: ['@commonthread/source', 'browser', 'import', 'default'],
  },
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'html', 'js', 'mjs', 'json'],
  moduleNameMapper: {
    '^tslib$': 'tslib/tslib.es6.js',
    '^@commonthread/govuk/([^/]+)$': `${import.meta.dirname}/../../libs/govuk/src/$1/index.ts`,
    '^@commonthread/([^/]+)$': `${import.meta.dirname}/../../libs/$1/src/index.ts`,
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  transform: {
    '^.+\\.(ts|html|svg)$': [
      'jest-preset-angular',
      {
        tsconfig: '<rootDir>/tsconfig.spec.json',
        stringifyContentPathRegex: '\\.(html|svg)$',
        useESM: true,
        diagnostics: false,
      },
    ],
  },
  testRegex: '\\.spec\\.ts$',
});
