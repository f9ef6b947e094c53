import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Names the workflow code that runs, by its content: a worker with other code is another version to Temporal, and a
 * restart with the same code is the same one.
 */
export function workflowBuildId(): string {
  const resolve = createRequire(__filename).resolve;
  const hash = createHash('sha256');
  for (const name of ['@beian/worker', '@beian/contracts']) hashFolder(dirname(resolve(name)), hash);
  const filing = join(dirname(resolve('@beian/worker')), '..', '..', 'filing', 'dist');
  if (existsSync(filing)) hashFolder(filing, hash);
  return `dev-${hash.digest('hex').slice(0, 12)}`;
}

function hashFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
}
