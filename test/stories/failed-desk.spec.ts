import { dirname } from 'node:path';
import { ApiCaller, individualInZhejiang, runOperate, type Body } from '@beian/infra';
import { eventually } from '../faults/persistently';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { theScene } from './scene';

const dataDir = dirname(process.env['BEIAN_STORY_STACK'] ?? '');

async function operate(command: string): Promise<{ readonly code: number; readonly said: string }> {
  const lines: string[] = [];
  const code = await runOperate([...command.split(' '), '--data', dataDir], (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

/** The launcher gives this stack two tries of a hand-over and of a message (`launch-stack.cjs`). */
describe('features 41: a carrier and an authority that are broken until every try is used up', () => {
  const scene = theScene();
  let operator: ApiCaller;
  beforeAll(async () => {
    operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
  });

  const handOverOf = async (filingId: string): Promise<Body | undefined> =>
    (await operator.must('GET', `/v1/operator/hand-overs?filingId=${filingId}`)).items[0] as Body | undefined;

  async function toGivenUp(journey: Journey): Promise<void> {
    await journey.to('identity-check');
    await journey.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-3' });
    await journey.sendPhoto();
    await journey.reviewer.decidePhoto(journey.filingId, { accepted: true });
    const handOver = () => handOverOf(journey.filingId);
    await eventually(
      async () => ((await handOver())?.tries === 1 ? true : undefined),
      'the first try of the hand-over',
    );
    await journey.forward('6 minutes');
    await eventually(async () => ((await handOver())?.state === 'given-up' ? true : undefined), 'the last try');
    expect(await journey.status()).toMatchObject({ stage: 'hand-over' });
  }

  /** Messages that were given up, of these filings; the desk shows a hundred at most per page. */
  async function parkedOf(ids: readonly string[]): Promise<readonly Body[]> {
    const found: Body[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page: Body = await operator.must('GET', `/v1/operator/deliveries${cursor && `?cursor=${cursor}`}`);
      found.push(...(page.items as readonly Body[]));
      cursor = page.next as string | undefined;
    }
    return found.filter(({ filingId, channel }) => channel === 'sms' && ids.includes(String(filingId)));
  }

  async function expectEachOnce(journey: Journey): Promise<void> {
    // One that had failed once when the carrier came back waits for its second try, which comes by itself.
    const log = await eventually(async () => {
      const { items } = await journey.applicant.api.must('GET', `/v1/filings/${journey.filingId}/messages`);
      const sms = (items as readonly Body[]).filter(({ channel }) => channel === 'sms');
      return sms.some(({ state }) => ['waiting', 'sending'].includes(String(state))) ? undefined : sms;
    }, 'the end of every try of a message');
    expect(log.length).toBeGreaterThan(1);
    expect(new Set(log.map(({ notice, recipient }) => `${String(notice)} ${String(recipient)}`)).size).toBe(log.length);
    for (const { id, state } of log) {
      expect(['accepted', 'delivered']).toContain(state);
      const sent = (await scene.outside.received({ party: 'carrier', match: String(id) })).filter(
        ({ repeated }) => !repeated,
      );
      expect(sent).toHaveLength(1);
    }
    await expectSettled(journey, { orders: 1, codes: 0 });
  }

  it('shows what was not sent and why, stops while it stays broken, and clears: every notice and every order once', async () => {
    const journeys: Journey[] = [];
    for (let n = 0; n < 2; n += 1) journeys.push(await Journey.begin(scene, individualInZhejiang()));
    const ids = journeys.map(({ filingId }) => filingId);
    const broken = [await scene.outside.script({ party: 'carrier', behaviour: 'closed' })];
    for (const match of ids) broken.push(await scene.outside.script({ party: 'authority', behaviour: 'lost', match })); // takes it, and says nothing
    for (const journey of journeys) await toGivenUp(journey);
    await eventually(async () => {
      const parked = await parkedOf(ids);
      return ids.every((id) => parked.some(({ filingId }) => filingId === id)) ? parked : undefined;
    }, 'a message of each filing that was given up');

    const { said } = await operate('failures');
    for (const id of ids) {
      expect(said).toContain(`hand-over of ${id} given-up: away after 2 tries`);
      expect(said).toMatch(new RegExp(`notice \\w+ sms [\\w-]+ of ${id}: `));
    }
    const dry = await operate('hand-over-again --province 33 --cause away --dry-run');
    for (const id of ids) expect(dry.said).toContain(id);
    const still = await operate('hand-over-again --province 33 --stop-after 1');
    expect(still).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^stopped: of \d+ hand-overs 0 were taken, 1 failed/),
    });

    for (const { id } of broken) await scene.outside.endScript(id);
    expect(await operate(`hand-over-again --filing ${ids[0] ?? ''}`)).toMatchObject({ code: 0 });
    expect(await operate('hand-over-again --province 33')).toMatchObject({ code: 0 });
    for (const journey of journeys) await journey.untilStage('authority-review');
    // The carrier takes one of them, and its answer is lost: sent once more it must not be another message.
    const match = String((await parkedOf(ids))[0]?.id);
    await scene.outside.script({ party: 'carrier', behaviour: 'lost', match, times: 1 });
    expect(await operate('resend --channel sms')).toMatchObject({ code: 1, said: expect.stringMatching(/ 1 failed/) });
    expect(await operate('resend --channel sms')).toMatchObject({ code: 0, said: expect.stringMatching(/^done: /) });
    for (const journey of journeys) await journey.to('granted');
    await eventually(async () => ((await parkedOf(ids)).length === 0 ? true : undefined), 'an empty desk');
    expect(await scene.outside.received({ party: 'carrier', match })).toHaveLength(2);
    for (const journey of journeys) {
      expect(await handOverOf(journey.filingId)).toBeUndefined();
      await expectEachOnce(journey);
    }
  }, 240_000);
});
