import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAsleep } from '@beian/filing/patches';
import { buildBundle } from '@beian/worker';
import type { BundleOptions } from '@temporalio/worker';
import { patchesTaken } from './patches-taken';
import { historiesIn, type Build } from './releases';

const root = join(dirname(require.resolve('@beian/filing')), '..', '..', '..');
export const releasesFolder = join(root, 'test', 'releases');
export const historiesFolder = join(root, 'workflows', 'filing', 'histories');

/** The installed version of Temporal's SDK. */
export const temporalSdk = (): string =>
  (JSON.parse(readFileSync(require.resolve('@temporalio/worker/package.json'), 'utf8')) as { version: string }).version;

/**
 * The workflow as it is compiled now, and what filings of it write: the recorded histories but those that take a branch which
 * sleeps in this build. They are recorded ahead, for the release that wakes it.
 */
export async function thisBuild(options: Partial<BundleOptions> = {}): Promise<Build> {
  const histories = historiesIn(historiesFolder).filter(({ history }) => !patchesTaken(history).some(isAsleep));
  return { version: 'this build', temporalSdk: temporalSdk(), bundle: await buildBundle(options), histories };
}
