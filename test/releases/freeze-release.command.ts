import { isAsleep } from '@beian/filing/patches';
import { judge } from './gate';
import { installQuietRuntime, quiet } from './quiet';
import { freeze, releasesIn } from './releases';
import { releasesFolder, thisBuild } from './this-build';

/** `npm run release:freeze -- release-1`: keeps this build's workflow and histories, for every gate to come. */
async function main([version]: readonly string[]): Promise<void> {
  if (version === undefined || !/^release-\d+$/.test(version)) throw new Error('Which release? Such as release-1.');
  installQuietRuntime();
  const build = { ...(await thisBuild({ logger: quiet })), version };
  const { verdict, findings } = await judge({ releases: releasesIn(releasesFolder), build, isAsleep });
  if (verdict === 'refused') throw new Error(`The gate refuses this build: ${JSON.stringify(findings, null, 2)}`);
  freeze(releasesFolder, build);
  process.stdout.write(`${version} is frozen with ${build.histories.length} histories (${verdict})\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0), // the replays' core keeps the process alive
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
