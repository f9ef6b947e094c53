import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A project whose specs are run, or one part of it. `pure` ones need no server and may use both cores. */
export interface SpecProject {
  readonly name: string;
  readonly folder: string;
  readonly pure: boolean;
  /** Name of a project within the Jest configuration, where that has several. */
  readonly part?: string;
}

/** Cheapest first, so that a mistake in a rule is told before a broker is waited for. The stories come last. */
const order = [
  'libs/calendar',
  'libs/contracts',
  'libs/rules',
  'libs/platform',
  'libs/testing',
  'services',
  'workflows',
  'infra',
  'test',
];
const pureFolders = ['libs/calendar', 'libs/contracts', 'libs/rules'];

/** All workspace projects with a Jest configuration, in the order in which they are run. */
export function specProjects(root: string): readonly SpecProject[] {
  const folders = order.flatMap((entry) => {
    if (existsSync(join(root, entry, 'package.json'))) return [entry];
    const parent = join(root, entry);
    return existsSync(parent)
      ? readdirSync(parent)
          .sort()
          .map((name) => `${entry}/${name}`)
      : [];
  });
  return folders
    .filter((folder) => existsSync(join(root, folder, 'jest.config.cjs')))
    .flatMap((folder) => {
      const { name } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string };
      const project = { name, folder: join(root, folder), pure: pureFolders.includes(folder) };
      const parts = partsOf(join(root, folder, 'jest.config.cjs'));
      return parts.length === 0 ? [project] : parts.map((part) => ({ ...project, part }));
    });
}

function partsOf(configFile: string): readonly string[] {
  const { projects = [] } = require(configFile) as { projects?: readonly { displayName: string }[] };
  return projects.map(({ displayName }) => displayName);
}
