import { ApiCaller, type Body, individualInZhejiang, offerPhotoPlaces } from '@beian/infra';
import { Journey } from './journey';
import { theScene } from './scene';

const scene = { ...theScene(), patienceSeconds: 60 };
/** So many days from today, as the day is in China. */
const inDays = (days: number): string => new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

let operator: ApiCaller;
/** Takes one person a day. */
let place: Body;
beforeAll(async () => {
  operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
  const body = {
    province: '33',
    city: '杭州市',
    nameZh: `试验拍照点 ${Date.now()}`,
    nameEn: 'Trial photo place',
    address: '试验道一号',
    hours: '09:00-17:00',
    perDay: 1,
  };
  place = await operator.must('POST', '/v1/operator/photo-places', { body });
});
afterAll(() => operator.delete(`/v1/operator/photo-places/${place.placeId}`));

const inCheck = () => Journey.inStage(scene, { form: individualInZhejiang(), stage: 'identity-check' });
const choose = (journey: Journey, day: string, placeId = place.placeId as string) =>
  journey.act('identity-choice', { method: 'designated-place', booking: { placeId, day } });
const identityOf = ({ applicant, filingId }: Journey) => applicant.api.must('GET', `/v1/filings/${filingId}/identity`);

describe('D21, rules.md 6.1: a designated photo place', () => {
  it('is offered once it is on the operator’s list; the sandbox puts places there to try it with, each once', async () => {
    const listed = async () => (await operator.must('GET', '/v1/photo-places?province=33')).items as readonly Body[];
    const offered = await offerPhotoPlaces(scene);
    expect(await offerPhotoPlaces(scene)).toEqual(offered);
    expect(await listed()).toEqual(expect.arrayContaining([place, offered[1]]));
  });

  it('is booked for a day, and for another one; what is full leaves the booking as it is; it is free after a withdrawal; who goes there is done', async () => {
    const [one, other] = [await inCheck(), await inCheck()];
    expect((await one.status()).identity.methods).toContain('designated-place');
    expect(await choose(one, inDays(3))).toMatchObject({ status: 200 });
    const { booking } = await identityOf(one);
    expect(booking).toMatchObject({ day: inDays(3), place, reference: expect.stringMatching(/^PZ-/) as string });

    expect(await choose(other, inDays(3))).toMatchObject({ status: 409 });
    expect(await choose(other, inDays(4))).toMatchObject({ status: 200 });
    expect(await choose(other, inDays(3))).toMatchObject({ status: 409 });
    expect((await identityOf(other)).booking).toMatchObject({ day: inDays(4) });

    expect(await choose(one, inDays(5))).toMatchObject({ status: 200 });
    expect((await identityOf(one)).booking).toMatchObject({ day: inDays(5) });
    expect(await choose(other, inDays(3))).toMatchObject({ status: 200 });
    for (const day of [inDays(-1), inDays(60)])
      expect(await choose(one, day)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });

    await other.mustAct('withdraw');
    await other.untilStage('withdrawn');
    expect(await identityOf(other)).not.toHaveProperty('booking');
    await one.sendPhoto();
    await one.reviewer.decidePhoto(one.filingId, { accepted: true });
    await one.applicant.until(one.filingId, ({ stage }) => stage !== 'identity-check');
    expect((await one.status()).stage).not.toBe('returned');
  });

  it('that was missed costs nothing but time: another day, and then the backdrop instead', async () => {
    const journey = await inCheck();
    expect(await choose(journey, inDays(10))).toMatchObject({ status: 200 });
    await journey.forward('11 days');
    expect(await journey.status()).toMatchObject({ stage: 'identity-check', identity: { photo: 'awaited' } });
    expect(await choose(journey, inDays(20))).toMatchObject({ status: 200 });

    const address = { recipient: '赵验之', mobile: '13800000000', province: '12', address: '南开区试验道一号' };
    await journey.mustAct('identity-choice', { method: 'backdrop', address });
    await journey.applicant.until(journey.filingId, ({ identity }) => identity?.parcel === 'ordered');
    expect(await identityOf(journey)).not.toHaveProperty('booking');
  });
});
