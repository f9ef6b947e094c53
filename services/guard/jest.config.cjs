module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  randomize: true,
  // Specs talk to real servers, which share the machine with other suites.
  testTimeout: 30_000,
};
