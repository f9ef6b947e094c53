import { ApiCaller, individualInZhejiang } from '@beian/infra';
import { eventually } from '../faults/persistently';
import { Journey } from './journey';
import { theScene } from './scene';

interface Notice {
  readonly id: string;
  readonly notice: string;
  readonly zh: { readonly title: string; readonly text: string };
  readonly readAt?: string;
}
interface Message {
  readonly notice: string;
  readonly channel: string;
  readonly recipient: string;
  readonly state: string;
}

let journey: Journey;
let api: ApiCaller;
beforeAll(async () => {
  journey = await Journey.inStage(theScene(), { form: individualInZhejiang(), stage: 'granted' });
  ({ api } = journey.applicant);
});

/** The send log of the filing, once everything that tells of the grant has gone out. */
const sendLog = (): Promise<readonly Message[]> =>
  eventually(async () => {
    const { items } = await api.must('GET', `/v1/filings/${journey.filingId}/messages`);
    const log = items as readonly Message[];
    const isOut = log.every(({ state }) => ['accepted', 'delivered'].includes(state));
    return isOut && log.filter(({ notice }) => notice === 'granted').length === 3 ? log : undefined;
  }, 'every message about the grant');
const inbox = (query = '') => api.must('GET', `/v1/notices${query}`);

describe('features 12: what an applicant is told', () => {
  it('stands in a send log that he can see, once for each channel, the addresses masked', async () => {
    const log = await sendLog();
    const { mobile } = journey.form.phones['subject-administrator'] ?? { mobile: '' };
    const granted = log.filter(({ notice }) => notice === 'granted');
    expect(granted.map(({ channel }) => channel).sort()).toEqual(['in-app', 'mail', 'sms']);
    expect(granted.find(({ channel }) => channel === 'sms')?.recipient).toBe(
      `${mobile.slice(0, 3)}****${mobile.slice(-4)}`,
    );
    expect(new Set(log.map(({ notice, channel, recipient }) => `${notice} ${channel} ${recipient}`)).size).toBe(
      log.length,
    );
    const texts = await journey.scene.outside.received({ party: 'carrier', match: mobile });
    const told = texts.filter(({ data, repeated }) => !repeated && String(data.text).includes('备案成功'));
    expect(told.length).toBe(1);
  });

  it('waits in the application until he has read it; nobody else sees or reads it', async () => {
    await sendLog();
    const { items, unread } = await inbox('?unread=true');
    const [newest] = items as readonly Notice[];
    expect(newest).toMatchObject({ notice: 'granted', zh: { title: expect.stringContaining('备案成功') as string } });
    expect(unread).toBe(items.length);

    const read = (caller: ApiCaller) => caller.post(`/v1/notices/${newest?.id}/read`);
    const stranger = new ApiCaller(journey.scene.gatewayUrl, await journey.scene.outside.tokenOf('applicant-nobody'));
    for (const caller of [stranger, journey.reviewer.api])
      expect(await read(caller)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const { readAt } = (await read(api)).body;
    expect(await read(api)).toMatchObject({ status: 200, body: { ...newest, readAt } });
    expect(await inbox('?unread=true')).toEqual({ items: items.slice(1), unread: unread - 1 });
    expect((await inbox('?unread=false')).items).toContainEqual({ ...newest, readAt });
  });

  it('is what staff saw in the preview: every notice of the log in its channels, and the words of each', async () => {
    const operator = new ApiCaller(journey.scene.gatewayUrl, await journey.scene.outside.tokenOf('operator-ma'));
    const { items } = await operator.must('GET', '/v1/operator/notice-previews');
    const previews = items as readonly { notice: string; views: readonly { channel: string; text: string }[] }[];
    for (const { notice, channel } of await sendLog()) {
      const views = previews.find((preview) => preview.notice === notice)?.views ?? [];
      expect(views.map((view) => view.channel)).toContain(channel);
    }
    const notices = (await inbox()).items as readonly Notice[];
    const shown = notices.find(({ notice }) => notice === 'review-passed')?.zh.text.slice(0, 20);
    const previewed = previews.find(({ notice }) => notice === 'review-passed')?.views ?? [];
    expect(previewed.some(({ text }) => text.includes(String(shown)))).toBe(true);
  });
});
