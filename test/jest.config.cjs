const preset = require('../jest.preset.cjs');

const aPart = (displayName, rest) => ({ ...preset, rootDir: __dirname, displayName, ...rest });

module.exports = {
  randomize: true,
  projects: [
    aPart('tree', {
      testMatch: ['<rootDir>/*.spec.ts', '<rootDir>/lint/**/*.spec.ts', '<rootDir>/bench/**/*.spec.ts'],
    }),
    aPart('stories', {
      testMatch: ['<rootDir>/stories/**/*.spec.ts', '<rootDir>/model/**/*.spec.ts', '<rootDir>/contract/**/*.spec.ts'],
      globalSetup: '<rootDir>/stories/launch-stack.cjs',
      globalTeardown: '<rootDir>/stories/stop-stack.cjs',
      setupFilesAfterEnv: ['<rootDir>/stories/after-each-file.ts', '<rootDir>/stories/leave-no-script.ts'],
    }),
    aPart('releases', { testMatch: ['<rootDir>/releases/**/*.spec.ts'], testPathIgnorePatterns: ['side-by-side'] }),
    // Launches a stack of its own, whose parts it may kill: the stories' one must live.
    aPart('faults', {
      testMatch: ['<rootDir>/faults/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/stories/after-each-file.ts'],
    }),
  ],
};
