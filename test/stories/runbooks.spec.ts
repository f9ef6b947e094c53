import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getFiling } from '@beian/contracts/messages';
import { ApiCaller, enterpriseInTianjin, individualInZhejiang } from '@beian/infra';
import { Journey } from './journey';
import { plant } from './plant-drift';
import { blockOf, blocks, execute, pages } from './runbook';
import { theScene } from './scene';
import { filingHandle } from './workflow-view';

const operate = (command: string) => execute(`npm run operate -- ${command}`);
/** Compares every filing there is; the stack has those of all stories, so its own test confines it to one. */
const drift = 'filings.md#drift';

describe('features 3.5: the runbooks', () => {
  it('have an entry for every alert', () => {
    const alerts = readFileSync(join(__dirname, '..', '..', 'deploy', 'observability', 'alerts.yml'), 'utf8');
    const links = [...alerts.matchAll(/runbook: docs\/runbooks\/(\S+)#(\S+)/g)];
    expect(links.length).toBe([...alerts.matchAll(/- alert:/g)].length);
    for (const [, file, heading] of links) {
      expect(pages.find(({ name }) => name === file)?.text).toContain(`\n## ${heading ?? ''}\n`);
    }
  });

  it('leave no command out: each is a line of a block under a heading, and every block is executed here', () => {
    const executed = blocks.flatMap(({ commands }) => commands);
    const fences = pages.flatMap(({ text }) => [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)]);
    const written = fences.flatMap(([, , lines = '']) => lines.split('\n').filter((line) => line !== ''));
    expect(executed).toEqual(written);
    expect(fences.filter(([, language]) => language !== 'sh')).toEqual([]);
    // Where a sentence names a command, it stands in a block too; compose has a test of its own (`test/compose`).
    const named = pages.flatMap(({ text }) => [...text.matchAll(/`((?:npm|npx|node|temporal|docker) [^`]+)`/g)]);
    const nowhere = named.filter(([, command = '']) => !executed.includes(command) && !command.endsWith('--compose'));
    expect(nowhere).toEqual([]);
  });

  it.each(blocks.filter(({ where }) => where !== drift))('$where says commands that work', async ({ commands }) => {
    for (const command of commands)
      expect({ command, ...(await execute(command)) }).toMatchObject({ command, code: 0 });
  });

  it('feature 45: reconcile says in a dry run what it would repair, repairs it, and finds it whole', async () => {
    const journey = await Journey.inStage(theScene(), { form: individualInZhejiang(), stage: 'provider-review' });
    await plant.projectionBehind(journey);
    const confined = (command: string) => execute(`${command} --filing ${journey.filingId} --grace 0`);
    const [dry = '', real = ''] = blockOf(drift).commands;
    const line = `${journey.filingId} projection-behind`;
    expect(await confined(dry)).toEqual({
      code: 1, // something is left
      said: expect.stringMatching(new RegExp(`1 differences; dry run[^]*${line}.*would be repaired`)) as unknown,
    });
    expect(await confined(real)).toEqual({
      code: 0,
      said: expect.stringMatching(new RegExp(`1 differences\n[^]*${line}.*repaired`)) as unknown,
    });
    expect((await journey.status()).stage).toBe('provider-review');
    expect(await confined(real)).toMatchObject({ code: 0, said: expect.stringContaining('0 differences') as unknown });
  });

  it('hold and release many filings: counted first, shown by a dry run, done once each', async () => {
    const scene = theScene();
    const journeys = [];
    for (let i = 0; i < 2; i += 1)
      journeys.push(await Journey.inStage(scene, { form: enterpriseInTianjin(), stage: 'provider-review' }));
    const ids = journeys.map(({ filingId }) => filingId);
    const flags = async () =>
      Promise.all(ids.map(async (id) => (await (await filingHandle(id)).query(getFiling)).flags.onHold));
    const which = '--province 12 --stage provider-review --at-most 1000';
    const seen = async () => (await operate(`filings --province 12 --stage provider-review`)).said;
    for (let tries = 0; tries < 100 && !ids.every((id) => lastSeen.includes(id)); tries += 1) lastSeen = await seen();

    const dry = await operate(`hold ${which} --note "closed for maintenance" --dry-run`);
    for (const id of ids) expect(dry.said).toContain(id);
    expect(await flags()).toEqual([false, false]);

    await operate(`hold ${which} --note "closed for maintenance" --run story-hold-1`);
    expect(await flags()).toEqual([true, true]);
    const again = await operate(`hold ${which} --note "closed for maintenance" --run story-hold-1`);
    expect(again.code).toBe(0); // the same run: the same answers, nothing twice

    await operate(`release ${which} --note "open again"`);
    expect(await flags()).toEqual([false, false]);
  }, 180_000);

  it('refuse a bulk without a filter, which would mean every filing', async () => {
    await expect(operate('hold --note "everything"')).rejects.toThrow('needs a filter');
    const operator = new ApiCaller(theScene().gatewayUrl, await theScene().outside.tokenOf('operator-ma'));
    expect(await operator.get('/v1/operator/filings?province=99')).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
  });
});

let lastSeen = '';
