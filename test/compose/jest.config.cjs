module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  displayName: 'compose',
  testMatch: ['<rootDir>/*.spec.ts'],
  // One stack, looked at in order: the last test takes it down and up again.
  maxWorkers: 1,
  testTimeout: 1_200_000,
};
