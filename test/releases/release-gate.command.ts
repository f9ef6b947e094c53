import { isAsleep } from '@beian/filing/patches';
import { judge } from './gate';
import { installQuietRuntime, quiet } from './quiet';
import { releasesIn } from './releases';
import { releasesFolder, thisBuild } from './this-build';

/** `npm run release:gate`: says whether this build may be released, and whether there is a way back. 1 if it may not. */
async function main(): Promise<number> {
  installQuietRuntime();
  const releases = releasesIn(releasesFolder);
  const build = await thisBuild({ logger: quiet });
  const { verdict, findings } = await judge({ releases, build, isAsleep });
  for (const { where, file, reason } of findings) process.stdout.write(`${where}: ${file}: ${reason}\n`);
  const compared = releases.map(({ version, histories }) => `${version} (${histories.length} histories)`).join(', ');
  process.stdout.write(
    `this build (${build.histories.length} histories) beside ${compared || 'no release'}\n${verdict}\n`,
  );
  return verdict === 'refused' ? 1 : 0;
}

main().then(
  (code) => process.exit(code), // the replays' core keeps the process alive
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
