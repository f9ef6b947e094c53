import { filingWorkflowId, type FilingType, searchAttributes } from '@beian/contracts';
import { ApiCaller, domainName, enterpriseInTianjin, type FilingForm, individualInZhejiang } from '@beian/infra';
import { eventually } from '../faults/persistently';
import { canariesOf, found } from './canaries';
import { sideBySide } from './contest';
import { Journey } from './journey';
import { type OperatorReading, readAsOperator } from './operator-reading';
import { theScene } from './scene';
import { temporal } from './workflow-view';

const scene = theScene();
const ascii = /^[\x20-\x7e]+$/;
const forms: FilingForm[] = [];

/** Reads a filing; nothing personal may stand in anything that was read, sealed or opened. */
async function read(filingId: string): Promise<OperatorReading> {
  const reading = await readAsOperator(filingId);
  expect(found(forms.flatMap(canariesOf), reading.everything)).toEqual([]);
  return reading;
}

/** Everything that must be there and fit, of a filing as its status says it is. */
async function expectReadable({ filingId, applicant }: Journey, filingType: FilingType, stage: string) {
  const { details, everything, handlers, labels, searchAttributes: shown, summary } = await read(filingId);
  const status = await applicant.status(filingId);
  expect(status).toMatchObject({ filingType, stage });
  expect(summary).toBe(`${filingType} - ${status.province as string} - ${status.nature as string}`);
  expect(details).toMatch(new RegExp(`^### \\S+ ${stage}\\n`));
  expect(Buffer.byteLength(details)).toBeLessThan(2_048);
  expect(details).not.toMatch(/<[a-z]|!\[/i);
  expect(labels.filter(({ text }) => text === undefined || !ascii.test(text) || text.length > 120)).toEqual([]);
  expect(new Set(labels.map(({ what }) => what))).toEqual(new Set(['timer', 'activity', 'local activity']));
  expect(Object.entries(handlers).filter(([, text]) => text.length < 4)).toEqual([]);
  expect(shown).toMatchObject({
    IcpStage: stage,
    IcpWaitingOn: status.waitingOn,
    IcpProvince: status.province,
    IcpFilingType: filingType,
    IcpSubjectType: status.nature,
    IcpRulePack: status.pack,
    IcpAttempt: status.submission,
    IcpOverdue: false,
  });
  if (stage === 'provider-review') expect(everything.includes('open the review, submission 1')).toBe(true); // opened
  const strange = Object.keys(shown).filter((name) => name.startsWith('Icp') && !(name in searchAttributes));
  expect(strange).toEqual([]);
}

/** Submits, looks, and takes it back, so that the subject is free for the next one. */
async function lookAt(journey: Journey, filingType: FilingType): Promise<void> {
  await expectReadable(journey, filingType, 'draft');
  await journey.applicant.uploadMissing(journey.filingId);
  await journey.mustAct('submit');
  await expectReadable(journey, filingType, 'provider-review');
  await journey.mustAct('withdraw');
  const closed = (ledger: readonly { state: string }[]) => ledger.every(({ state }) => state !== 'open');
  await journey.applicant.until(journey.filingId, ({ stage, ledger }) => stage === 'withdrawn' && closed(ledger));
}

const password = { filingPassword: 'K7-试验-42' };

function ofDomain(form: FilingForm, name: string): FilingForm {
  const domain = domainName();
  const site = { ...form.site, name, domains: [domain], homePage: `www.${domain}` };
  return { ...form, check: { ...form.check, domain }, subject: { ...form.subject, ...password }, site };
}

function fresh(): FilingForm {
  const form = enterpriseInTianjin();
  forms.push(form);
  return form;
}

describe('features.md 3.2, 3.3 rel S9: what operators read of a filing of each type, with nothing personal in it', () => {
  let granted: Journey;
  let filed: { readonly subjectNumber: string; readonly sites: readonly { readonly siteNumber: string }[] };

  beforeAll(async () => {
    granted = await Journey.begin(scene, fresh());
    for (const stage of [
      'provider-review',
      'identity-check',
      'phone-verification',
      'authority-review',
      'granted',
    ] as const) {
      await granted.to(stage);
      await expectReadable(granted, 'FIRST', stage);
    }
    await unburdened();
  }, 300_000);

  /** The register once it shows what is filed and no running order. */
  async function unburdened(): Promise<void> {
    filed = await eventually(async () => {
      const { items } = await granted.applicant.api.must('GET', '/v1/filed-subjects');
      const isFree = items[0]?.openFiling === undefined && items[0]?.sites.length === 1;
      return isFree ? (items[0] as typeof filed) : undefined;
    }, 'the subject without an open filing');
  }

  it('of FIRST in every stage, and of what is added and accessed', async () => {
    await lookAt(await granted.another(ofDomain(granted.form, '天津试验数据产品介绍')), 'ADD_SITE_HERE');
    await unburdened();
    const moved = ofDomain(granted.form, '天津试验数据服务介绍');
    await scene.outside.fileElsewhere(moved.check as never, moved.check.domain);
    await lookAt(await granted.another(moved), 'ACCESS_CONT');
    await unburdened();

    const other = ofDomain(fresh(), '天津试验数据企业主页');
    await scene.outside.fileElsewhere(other.check as never, domainName());
    await lookAt(await Journey.begin(scene, other), 'ADD_SITE_OTHER');
    const access = ofDomain(fresh(), '天津试验数据企业主页');
    await scene.outside.fileElsewhere(access.check as never, access.check.domain);
    await lookAt(await Journey.begin(scene, access), 'ACCESS_NEW');
  }, 300_000);

  it.each([
    ['CHANGE_SUBJECT', { superior: '新设试验投资人' }],
    ['CHANGE_SITE', {}],
    ['CANCEL_SITE', password],
    ['CANCEL_ACCESS', password],
    ['CANCEL_SUBJECT', password],
  ] as const)(
    'of %s',
    async (filingType, edit) => {
      const isOfSites = filingType !== 'CHANGE_SUBJECT' && filingType !== 'CANCEL_SUBJECT';
      const siteNumbers = isOfSites ? filed.sites.map(({ siteNumber }) => siteNumber) : [];
      const change = await granted.change({ subjectNumber: filed.subjectNumber, filingType, siteNumbers });
      if (filingType === 'CHANGE_SITE') {
        const { sites } = await change.applicant.api.must('GET', `/v1/filings/${change.filingId}/sites`);
        const [{ siteId, draft }] = sites;
        const path = `/v1/filings/${change.filingId}/sites/${siteId as string}`;
        await change.applicant.save(path, { ...draft, name: '天津试验数据官方网站' });
      } else await change.saveSubject({ ...(await change.subject()), ...edit });
      await lookAt(change, filingType);
      await unburdened();
    },
    120_000,
  );
});

/** How a filing comes to where some views list it, and which. */
interface Way {
  readonly views: readonly string[];
  readonly form: () => FilingForm;
  readonly lead: (journey: Journey, operator: ApiCaller) => Promise<unknown>;
}
interface Seed {
  readonly views: readonly string[];
  readonly journey: Journey;
}

const inReview = (journey: Journey) => journey.to('provider-review');
const operate = (operator: ApiCaller, { filingId }: Journey, action: string, body: object) =>
  operator.must('POST', `/v1/operator/filings/${filingId}/${action}`, { body });
const reasons = [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '名称与内容不符' }];

async function returnAndResubmit(journey: Journey): Promise<void> {
  await journey.reviewer.review(journey.filingId, { decision: 'return', reasons });
  const undone = (ledger: readonly { state: string }[]) => ledger.every(({ state }) => state === 'undone');
  await journey.applicant.until(journey.filingId, ({ stage, ledger }) => stage === 'returned' && undone(ledger));
  await journey.mustAct('resubmit');
}

/** Withdrawn while the courier does not answer, so that calling the backdrop back is tried again and again. */
async function withdrawWithoutCourier(journey: Journey): Promise<void> {
  const { filingId, applicant } = journey;
  await journey.to('identity-check');
  const { mobile } = journey.form.phones['subject-administrator'] ?? {};
  const address = { recipient: '陈试之', mobile, province: '33', address: '西湖区试验路二号五层 501 室' };
  await journey.mustAct('identity-choice', { method: 'backdrop', address });
  await applicant.until(filingId, ({ identity }) => identity?.parcel === 'ordered');
  await scene.outside.script({ party: 'courier', behaviour: 'closed', match: filingId });
  await journey.act('withdraw');
  await applicant.until(filingId, ({ stage, waitingOn }) => stage === 'withdrawn' && waitingOn === 'system');
}

const ways: readonly Way[] = [
  { views: ['provider-review'], form: individualInZhejiang, lead: inReview },
  {
    views: ['provider-review', 'overdue'],
    form: individualInZhejiang,
    lead: async (journey) => {
      await inReview(journey);
      await journey.forward('10 days');
      await journey.applicant.until(journey.filingId, ({ flags }) => flags.overdue === true);
    },
  },
  {
    views: ['provider-review', 'waiting-on-operator'],
    form: individualInZhejiang,
    lead: async (journey, operator) => {
      await inReview(journey);
      await operate(operator, journey, 'hold', { note: 'seeded' });
    },
  },
  {
    views: ['provider-review', 'older-pack'],
    form: individualInZhejiang,
    lead: async (journey, operator) => {
      await inReview(journey);
      await operate(operator, journey, 'rule-pack', { pack: '2018-09', asOf: '2018-09-11' });
    },
  },
  {
    views: ['provider-review', 'third-submission'],
    form: individualInZhejiang,
    lead: async (journey) => {
      await inReview(journey);
      await returnAndResubmit(journey);
      await returnAndResubmit(journey);
    },
  },
  { views: ['undo-not-finished'], form: individualInZhejiang, lead: withdrawWithoutCourier },
  { views: ['phones-closing'], form: enterpriseInTianjin, lead: (journey) => journey.to('phone-verification') },
  {
    views: ['authority-late', 'province-down'],
    form: enterpriseInTianjin,
    lead: (journey) => journey.to('authority-review'),
  },
];

/** An instant of a view's query, moved: what the page would say hours later. */
const later = (query: string, hours: number) =>
  query.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => new Date(Date.parse(at) + hours * 3_600_000).toISOString());

/** How each view is asked here: its clocks stand where the seeded filings are, and the province is theirs. */
const asked: Readonly<Record<string, (query: string) => string>> = {
  'phones-closing': (query) => later(query, 44),
  'authority-late': (query) => later(query, 60 * 24),
  'province-down': (query) => query.replace(`'11'`, `'12'`),
};

describe('features.md 3.4: each view lists the filings that are meant', () => {
  let seeds: readonly Seed[];
  let views: readonly { readonly name: string; readonly query: string }[];

  beforeAll(async () => {
    const operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
    ({ items: views } = (await operator.must('GET', '/v1/operator/views')) as { items: typeof views });
    const planned = new Map(ways.map((way) => [way.form(), way] as const));
    forms.push(...planned.keys());
    seeds = await sideBySide([...planned.keys()], async (form) => {
      const journey = await Journey.begin(scene, form);
      const { views: meant = [], lead } = planned.get(form) ?? {};
      await lead?.(journey, operator);
      return { journey, views: meant };
    });
  }, 300_000);

  /** Ids of the seeds that a query lists, once it lists as many as are meant: visibility follows by a moment. */
  async function listed(query: string, meant: number): Promise<readonly string[]> {
    const mine = seeds.map(({ journey }) => `'${filingWorkflowId(journey.filingId)}'`).join(', ');
    let ids: string[] = [];
    const list = async () => {
      ids = [];
      for await (const { workflowId } of (await temporal()).workflow.list({
        query: `${query} AND WorkflowId IN (${mine})`,
      }))
        ids.push(workflowId);
      return ids.length === meant ? ids : undefined;
    };
    // Where it does not get there, the comparison says what was listed instead.
    await eventually(list, query, 30).catch(() => undefined);
    return ids.sort();
  }

  it('and no other of the seeded ones', async () => {
    const shown: Record<string, readonly string[]> = {};
    const meant: Record<string, readonly string[]> = {};
    for (const { name, query } of views) {
      const ids = seeds
        .filter((seed) => seed.views.includes(name))
        .map(({ journey }) => filingWorkflowId(journey.filingId));
      meant[name] = ids.sort();
      shown[name] = await listed(asked[name]?.(query) ?? query, ids.length);
    }
    expect(shown).toEqual(meant);
    expect(Object.values(meant).filter((ids) => ids.length === 0)).toHaveLength(1); // no task of a filing fails
    for (const { journey } of seeds) await read(journey.filingId);
  }, 300_000);
});
