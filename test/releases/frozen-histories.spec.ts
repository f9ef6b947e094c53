import { filingWorkflowId } from '@beian/contracts';
import { dataConverter, developmentEnvironmentFor, failureConverterPath, temporalSettings } from '@beian/platform';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { canariesOf, found } from '../stories/canaries';
import { installationFolder, readInstallation } from './frozen-installation';
import { openFilingNames } from './open-filings';

const frozen = readInstallation(installationFolder('release-0'));

jest.setTimeout(180_000);

describe('the runs that were open in release 0', () => {
  const codecKeys = temporalSettings.CODEC_KEYS.parse(developmentEnvironmentFor('worker')['CODEC_KEYS']);
  let code: string;
  beforeAll(async () => {
    ({ code } = await bundleWorkflowCode({
      workflowsPath: require.resolve('@beian/filing'),
      workflowInterceptorModules: [require.resolve('@beian/filing/traces')],
      failureConverterPath,
    }));
  }, 300_000);

  it('are one per open stage, and one in its aftercare', () => {
    expect(frozen.filings.map(({ name }) => name)).toEqual(openFilingNames);
    expect(Object.keys(frozen.histories).sort()).toEqual([...openFilingNames].sort());
  });

  it.each(frozen.filings)('I-23 F-W5: $name replays with the workflow as it is now', async ({ name, filingId }) => {
    const history = JSON.parse(String(frozen.histories[name])) as object;
    const options = { workflowBundle: { code }, dataConverter: dataConverter(codecKeys) };
    await Worker.runReplayHistory(options, history, filingWorkflowId(filingId));
  });

  it.each(frozen.filings)('$name says nothing of its persons in clear', ({ name, form }) => {
    const told = Buffer.concat([frozen.histories[name] ?? Buffer.alloc(0), frozen.temporal]);
    expect(found(canariesOf(form), told)).toEqual([]);
  });
});
