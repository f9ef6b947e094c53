import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A project whose specs are run. `pure` ones need no server and may use both cores. */
export interface SpecProject {
  readonly name: string;
  readonly folder: string;
  readonly pure: boolean;
}

/** Cheapest first, so that a mistake in a rule is told before a broker is waited for. The stories come last. */
const order = ['libs/calendar', 'libs/contracts', 'libs/rules', 'libs/platform', 'libs/testing', 'services', 'workflows', 'infra', 'test'];
const pureFolders = ['libs/calendar', 'libs/contracts', 'libs/rules'];

/** All workspace projects with a Jest configuration, in the order in which they are run. */
export function specProjects(root: string): readonly SpecProject[] {
  const folders = order.flatMap((entry) => {
    if (existsSync(join(root, entry, 'package.json'))) return [entry];
    const parent = join(root, entry);
    return existsSync(parent) ? readdirSync(parent).sort().map((name) => `${entry}/${name}`) : [];
  });
  return folders
    .filter((folder) => existsSync(join(root, folder, 'jest.config.cjs')))
    .map((folder) => ({
      name: (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string }).name,
      folder: join(root, folder),
      pure: pureFolders.includes(folder),
    }));
}
