import { ApiCaller, enterpriseInTianjin } from '@beian/infra';
import { eventually } from '../faults/persistently';
import { Journey } from './journey';
import { theScene } from './scene';
import { runNow } from './upkeep';

interface Check {
  readonly siteNumber: string;
  readonly domain: string;
  readonly dns: string;
  readonly homePage: string;
  readonly findings: readonly { readonly code: string; readonly zh: string; readonly remedyEn: string }[];
  readonly failingSince?: string;
}
interface Message {
  readonly notice: string;
  readonly channel: string;
  readonly state: string;
}

let journey: Journey;
let api: ApiCaller;
beforeAll(async () => {
  const scene = { ...theScene(), patienceSeconds: 60 };
  journey = await Journey.inStage(scene, { form: enterpriseInTianjin(), stage: 'granted' });
  ({ api } = journey.applicant);
  await seen((checks) => checks.length > 0); // the register follows the grant
});

const checksOf = async (caller = api) => {
  const { items } = await caller.must('GET', `/v1/filings/${journey.filingId}/site-checks`);
  return items as readonly Check[];
};

/** What stands on the filing, as soon as it fits. */
const seen = (fits: (checks: readonly Check[]) => boolean): Promise<Check> =>
  eventually(async () => {
    const checks = await checksOf();
    return fits(checks) ? checks[0] : undefined;
  }, 'the check as it should be');

async function looked(): Promise<Check> {
  await runNow('site-checks');
  return (await checksOf())[0] as Check;
}

const messages = async (notice: string) => {
  const { items } = await api.must('GET', `/v1/filings/${journey.filingId}/messages`);
  return (items as readonly Message[]).filter((message) => message.notice === notice);
};

/** Waits until all messages of a notice have gone out; answers how many by each channel. */
async function told(notice: string, count: number): Promise<Readonly<Record<string, number>>> {
  const sent = await eventually(async () => {
    const all = await messages(notice);
    const isOut = all.every(({ state }) => ['accepted', 'delivered'].includes(state));
    return all.length >= count && isOut ? all : undefined;
  }, `${count} messages of ${notice}`);
  const channels = sent.map(({ channel }) => channel);
  return Object.fromEntries(channels.map((one) => [one, channels.filter((other) => other === one).length]));
}

describe('D29, issue 4: what is seen of a filed site from outside', () => {
  it('is in order while the domain leads to its server and the home page shows number and link', async () => {
    const check = await looked();
    const { numbers } = await journey.status();
    expect(check).toMatchObject({ dns: 'here', homePage: 'fine', findings: [], siteNumber: numbers.sites[0].number });
    expect(check).not.toHaveProperty('failingSince');
  });

  it.each([
    { party: 'web', behaviour: 'never', what: 'no number', code: 'NO_FOOTER', shown: { homePage: 'no-number' } },
    { party: 'web', behaviour: 'wrong', what: 'another', code: 'NO_FOOTER', shown: { homePage: 'other-number' } },
    { party: 'web', behaviour: 'closed', what: 'no page', code: 'FILED_SITE_DOWN', shown: { homePage: 'down' } },
    { party: 'dns', behaviour: 'wrong', what: 'a foreign server', code: 'shell-site', shown: { dns: 'elsewhere' } },
    { party: 'dns', behaviour: 'never', what: 'no address', code: 'shell-site', shown: { dns: 'nowhere' } },
  ])(
    '$party with $what: $code stands on the filing, its owner is told once, and again when it is repaired',
    async (one) => {
      const { scene, form, reviewer } = journey;
      const { party, behaviour, code, shown } = one;
      const before = {
        faulty: (await messages('site-faulty')).length,
        repaired: (await messages('site-repaired')).length,
      };
      const script = await scene.outside.script({ party, behaviour, match: form.check.domain });
      const found = await looked();
      expect(found).toMatchObject({ ...shown, findings: [{ code }] });
      const operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
      for (const staff of [reviewer.api, operator]) expect(await checksOf(staff)).toEqual([found]);
      const { items: audited } = await operator.must('GET', '/v1/operator/site-audit');
      expect((audited as readonly Check[]).map(({ domain }) => domain)).toContain(form.check.domain);

      // Two administrators: each has a mail and a text message, the account one in the application.
      await told('site-faulty', before.faulty + 5);
      expect((await looked()).failingSince).toBe(found.failingSince);
      expect((await messages('site-faulty')).length).toBe(before.faulty + 5);

      await scene.outside.endScript(script.id);
      const repaired = await looked();
      expect(repaired).toMatchObject({ dns: 'here', homePage: 'fine', findings: [] });
      expect(repaired).not.toHaveProperty('failingSince');
      await told('site-repaired', before.repaired + 3);
      expect((await messages('site-faulty')).length).toBe(before.faulty + 5);
    },
  );

  it('a name server that gives no answer is no verdict', async () => {
    const { scene, form } = journey;
    const before = (await messages('site-faulty')).length;
    const script = await scene.outside.script({ party: 'dns', behaviour: 'closed', match: form.check.domain });
    expect(await looked()).toMatchObject({ dns: 'unknown', homePage: 'not-looked', findings: [] });
    await scene.outside.endScript(script.id);
    expect((await messages('site-faulty')).length).toBe(before);
  });
});

describe('D29, rules.md 9.5: the public-security filing', () => {
  it('is reminded of on day 20 of 30, once, in every channel', async () => {
    await journey.forward('19 days');
    expect(await messages('public-security-due')).toEqual([]);
    await journey.forward('25 hours');
    expect(await told('public-security-due', 5)).toEqual({ 'in-app': 1, mail: 2, sms: 2 });
    await runNow('public-security');
    expect((await messages('public-security-due')).length).toBe(5);
  });
});
