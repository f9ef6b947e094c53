import { dirname, join } from 'node:path';
import { developmentEnvironment, developmentEnvironmentFor, type Environment } from '@beian/platform';
import { workflowBuildId } from '../workflow-build-id';

/**
 * What a process of the image finds in its environment: what the container was given; the build's name, which is made from
 * the workflow's code; and, unless NODE_ENV is `production`, the published development secret for each one that was not
 * given. An empty value counts as not given.
 */
export function imageEnvironment(name: string, given: Environment): Environment {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  return {
    ...(set['NODE_ENV'] === 'production' ? {} : developmentEnvironmentFor(name)),
    BUILD_ID: workflowBuildId(),
    // Made when the image was built; the compilers that could make it anew are not in there.
    WORKFLOW_BUNDLE: join(dirname(require.resolve('@beian/worker')), 'filing.bundle.js'),
    ...set,
  };
}

/** Password of the database roles: as given, else the development one. In production it must be given. */
export function databasePassword(given: Environment): string {
  const password = given['DATABASE_PASSWORD'] || undefined;
  if (password === undefined && given['NODE_ENV'] === 'production') throw new Error('DATABASE_PASSWORD is missing.');
  return password ?? developmentEnvironment['DATABASE_PASSWORD'] ?? '';
}
