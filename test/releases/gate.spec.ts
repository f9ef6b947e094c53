import { edges, edgeName, TestBench, walked } from '@beian/filing/bench';
import { isAsleep } from '@beian/filing/patches';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { judge, messagesIn, type Verdict } from './gate';
import { patchesTaken } from './patches-taken';
import { anotherSummary, draftReordered, tellEntries, plantedBundle, plantedPatch } from './planted-build.spec-helper';
import { quiet } from './quiet';
import { releasesIn, type Build, type RecordedHistory } from './releases';
import { releasesFolder, thisBuild } from './this-build';

jest.setTimeout(120_000); // each verdict replays up to four times all histories

const none = () => false;

/** As few histories as hold every message and every branch: what a planted change needs to be judged. */
function few(histories: readonly RecordedHistory[]): readonly RecordedHistory[] {
  const seen = new Set<string>();
  return histories.filter((one) => {
    const fresh = [...messagesIn(one), ...patchesTaken(one.history)].filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    return fresh.length > 0;
  });
}

describe('the gate before a release', () => {
  let whole: Build;
  let today: Build;
  let releases: readonly Build[];
  let bench: TestBench;

  beforeAll(async () => {
    whole = await thisBuild({ logger: quiet });
    today = { ...whole, histories: few(whole.histories) };
    releases = releasesIn(releasesFolder);
    bench = await TestBench.startWithoutWorkflow('beian-test');
  });
  afterAll(() => bench.stop());

  /** Walks one filing from the draft into the provider's review on a bundle, and reads what it has written. */
  async function recorded(bundle: string): Promise<RecordedHistory> {
    const stop = await bench.host({ workflowBundle: { code: bundle } });
    const edge = edges.find((one) => edgeName(one) === 'provider-review--returned')!;
    const filing = await bench.open();
    await edge.way.walk(filing);
    await walked(edge, filing);
    const json = historyToJSON(await filing.handle.fetchHistory());
    await filing.end();
    await stop();
    return { workflowId: `${plantedPatch}.json.gz`, history: JSON.parse(json) as RecordedHistory['history'] };
  }

  const places = ({ findings }: Verdict) => [...new Set(findings.map(({ where }) => where))];

  it('lets filings of every release go on under this build (R8, T1)', async () => {
    expect(releases.map(({ version }) => version)).toContain('release-0');
    expect(releases.every(({ histories }) => histories.length > 0)).toBe(true);
    const { verdict, findings } = await judge({ releases, build: whole, isAsleep });
    expect(verdict === 'refused' ? findings : []).toEqual([]);
  });

  describe('of a step more, behind a branch', () => {
    let knowing: Build;
    let awake: Build;

    beforeAll(async () => {
      knowing = { ...today, version: 'release-1', bundle: await plantedBundle(tellEntries) };
      const bundle = await plantedBundle([...tellEntries, anotherSummary]);
      awake = { ...today, version: 'release-2', bundle, histories: [...today.histories, await recorded(bundle)] };
    });

    it('allows the way back from a release that knows it and sleeps', async () => {
      const verdict = await judge({ releases: [today], build: knowing, isAsleep: (id) => id === plantedPatch });
      expect(verdict).toEqual({ verdict: 'rollback allowed', findings: [] });
    });

    it('allows the way back to that release from the next one, in which it is awake', async () => {
      const verdict = await judge({ releases: [today, knowing], build: awake, isAsleep: none });
      expect(verdict).toEqual({ verdict: 'rollback allowed', findings: [] });
    });

    it('says roll forward only, with the file and the reason, where the last release does not know it', async () => {
      const verdict = await judge({ releases: [today], build: awake, isAsleep: none });
      expect(verdict).toEqual({
        verdict: 'roll forward only',
        findings: [
          {
            where: 'release-2 on this build',
            file: `${plantedPatch}.json.gz`,
            reason: expect.stringContaining('TMPRL1100') as string,
          },
        ],
      });
    });

    it('refuses a release in which no history takes it', async () => {
      const { verdict, findings } = await judge({ releases: [], build: knowing, isAsleep: none });
      expect(verdict).toBe('refused');
      expect(findings).toMatchObject([{ reason: expect.stringContaining(plantedPatch) as string }]);
    });
  });

  it('refuses another order of two steps, with each history that would stop (F-W5)', async () => {
    const build = { ...today, version: 'release-1', bundle: await plantedBundle([draftReordered]) };
    const verdict = await judge({ releases: [today], build, isAsleep: none });
    expect(verdict.verdict).toBe('refused');
    expect(places(verdict)).toEqual(['release-1 on release-1', 'this build on release-1']);
    const begun = today.histories.filter(({ workflowId }) => workflowId !== 'second-run.json.gz'); // begins in a later stage
    const stopped = verdict.findings.filter(({ where }) => where === 'this build on release-1');
    expect(stopped.map(({ file }) => file)).toEqual(begun.map(({ workflowId }) => workflowId));
    expect(stopped.every(({ reason }) => reason.includes('TMPRL1100'))).toBe(true);
  });

  it('refuses a message that no history holds', async () => {
    const histories = today.histories.filter(({ workflowId }) => !workflowId.includes('window-extended'));
    const { verdict, findings } = await judge({ releases: [], build: { ...today, histories }, isAsleep: none });
    expect(verdict).toBe('refused');
    expect(findings.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([expect.stringContaining('extendWindow') as string]),
    );
  });

  it('says roll forward only where the last release was made with another SDK', async () => {
    const before = { ...today, version: 'release-1', histories: [], temporalSdk: '1.23.0' };
    const { verdict, findings } = await judge({ releases: [before], build: today, isAsleep: none });
    expect(verdict).toBe('roll forward only');
    expect(findings).toMatchObject([{ reason: expect.stringContaining('1.23.0') as string }]);
  });
});
