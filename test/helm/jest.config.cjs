module.exports = {
  ...require('../../jest.preset.cjs'),
  rootDir: __dirname,
  displayName: 'helm',
  testMatch: ['<rootDir>/*.spec.ts'],
  testTimeout: 1_200_000,
};
