module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  randomize: true,
  // Real servers on a busy machine: slow is not broken.
  testTimeout: 60_000,
};
