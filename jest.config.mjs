/** jest runs the sources and the built bundle; types are checked apart, by tsc. */
export default {
  maxWorkers: '100%',
  // A test says what is true, never how fast: on a busy machine it waits.
  testTimeout: 120_000,
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
    // hucre is published as ES modules only, which jest does not load from a CommonJS test.
    '/node_modules/hucre/.+\\.mjs$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
  globalSetup: '<rootDir>/test/support/build-bundle.mjs',
};
