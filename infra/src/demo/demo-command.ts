import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { launch, type RunningStack } from '../launch';
import { Remedy } from '../servers/parts';
import { createProgress } from '../servers/progress';
import { buildAll } from '../start-command';
import { dataFolder, readStack, type Stack } from '../stack';
import { Applicant } from './applicant';
import { firstFiling } from './first-filing';
import { OutsideWorld } from './outside-world';
import { offerPhotoPlaces } from './photo-places';
import { timeLine } from './time-line';

/** `npm run demo`: one filing's whole life against the running stack, which is started for it if there is none. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } });
  const dataDir = resolve(values.data ?? dataFolder());
  const progress = createProgress(process.stdout);
  const found = readStack(dataDir);
  const started = found
    ? undefined
    : await launch({
        dataDir,
        split: false,
        fresh: false,
        ports: 'usual',
        progress,
        alongside: () => buildAll(progress),
      });
  try {
    const stack = found ?? (started as RunningStack).stack;
    if (!stack.ready) throw new Remedy('The stack is still starting; run the demo again when `npm start` says ready.');
    await show(stack);
    return 0;
  } finally {
    await started?.close();
  }
}

async function show(stack: Stack): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const gatewayUrl = stack.urls['gateway'] ?? '';
  const scene = { gatewayUrl, outside: new OutsideWorld(stack.urls['sandbox'] ?? '') };
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1_000).toFixed(1).padStart(5)} s`;
  const places = await offerPhotoPlaces(scene);
  say(
    `${seconds()}  ${places.length} photo places to try a booking with: ${places.map(({ nameEn }) => String(nameEn)).join(', ')}`,
  );
  const filingId = await firstFiling(scene, (line) => say(`${seconds()}  ${line}`));
  const applicant = await Applicant.signIn(scene, 'applicant-lin');
  const { items } = await applicant.api.must('GET', `/v1/filings/${filingId}/history`);
  say(['', 'The life of this filing, in its own time (Asia/Shanghai):', ...timeLine(items)].join('\n'));
  const { temporal } = stack.addresses;
  say(
    [
      '',
      `Temporal UI   ${temporal.ui}/namespaces/${temporal.namespace}/workflows/filing-${filingId}`,
      `API           ${gatewayUrl}/v1/filings/${filingId}   (documentation: ${gatewayUrl}/docs)`,
      `World outside ${scene.outside.url}`,
      `done in ${Math.round((Date.now() - began) / 1_000)} s`,
    ].join('\n'),
  );
}
