import {
  ApiCaller,
  enterpriseInShanghai,
  enterpriseInTianjin,
  type FilingForm,
  individualInShandong,
  individualInZhejiang,
} from '@beian/infra';
import { expectSettled } from './aftermath';
import { withEmergencyPhones } from './emergency-phones';
import { type Installation, installationOf } from './installation';
import { Journey } from './journey';
import { theScene } from './scene';

const subject = 'subject-administrator';
const site = 'site-administrator-1';

/** The provider reviews, then the site administrator shows his face (rules.md 6.1); from 2019-07-29 on first (6.2, C27). */
const photoAfterReview = ['draft', 'provider-review', 'identity-check', 'hand-over'];
const faceBeforeSubmission = ['draft', 'provider-review', 'hand-over'];
const byPhone = ['phone-verification', 'authority-review', 'granted'];
const withoutPhone = ['authority-review', 'granted'];
/** rules.md 15.3, "other 25 provinces" and Shanghai. */
const posted = ['backdrop', 'designated-place'];
const itsApp = ['shanghai-app'];

/** An organisation with two administrators (rules.md 15.4): certificate, both IDs, statement, photo or face result. */
const papers = [
  'authenticity-statement',
  `site-administrator-id-back:${site}`,
  `site-administrator-id-front:${site}`,
  `site-administrator-photo:${site}`,
  'subject-administrator-id-back',
  'subject-administrator-id-front',
  'subject-certificate',
];
/** The site administrator is not the legal representative (15.4: Shanghai, Fujian, Hubei, Hunan, Guizhou). */
const papersInShanghai = [`letter-site-administrator:${site}`, ...papers].toSorted();
/** An individual's ID is both his certificate and the administrators' (15.4). */
const papersOfIndividual = [
  'authenticity-statement',
  `site-administrator-photo:${subject}`,
  'subject-certificate-back',
  'subject-certificate-front',
];
/** Pack 2026 (0.3 `documents.statement`, `documents.domainCertificate`): a commitment, and each domain's certificate. */
const papersOf2026 = ['authenticity-commitment', 'domain-certificate', ...papers.slice(1)].toSorted();

/** One filing as the rules of the day want it. */
interface Expected {
  readonly who: string;
  readonly form: () => FilingForm;
  readonly stages: readonly string[];
  /** Ways to prove the identity after the review; absent where it is proved before. */
  readonly methods?: readonly string[];
  /** Whose phones are confirmed, one code each (15.2, 15.7). */
  readonly recipients: readonly string[];
  readonly papers: readonly string[];
}

const inTianjin = { who: 'an enterprise in Tianjin', form: enterpriseInTianjin, recipients: [subject, site], papers };
const inShanghai = { who: 'an enterprise in Shanghai', form: enterpriseInShanghai, papers: papersInShanghai };
const individual = { papers: papersOfIndividual, methods: posted };
const inZhejiang = { ...individual, who: 'an individual in Zhejiang', form: individualInZhejiang };
const inShandong = { ...individual, who: 'an individual in Shandong', form: individualInShandong };

const early = { stages: [...photoAfterReview, ...byPhone], methods: posted };
const late = { stages: [...faceBeforeSubmission, ...byPhone] };
const freeOfPhones = { stages: [...photoAfterReview, ...withoutPhone], recipients: [] };

interface Day {
  readonly asOf: string;
  readonly pack: string;
  /** Clock hours in which the phones are confirmed (8.2). */
  readonly windowHours: number;
  readonly filings: readonly Expected[];
}

/** rules.md 0.2 and 0.3 (packs), 8.1 and 15.7 (provinces with a phone step), 8.2 (window), 15.3 (identity), 15.4 (papers). */
const days: readonly Day[] = [
  {
    asOf: '2018-06-01',
    pack: '2018-06',
    windowHours: 48,
    filings: [
      { ...inTianjin, ...early },
      { ...inZhejiang, ...freeOfPhones },
    ],
  },
  {
    asOf: '2018-09-11',
    pack: '2018-09',
    windowHours: 24,
    filings: [
      { ...inTianjin, ...early },
      { ...inZhejiang, ...early, recipients: [subject] },
      { ...inShandong, ...freeOfPhones },
    ],
  },
  {
    asOf: '2018-09-24',
    pack: '2018-09',
    windowHours: 24,
    filings: [
      { ...inTianjin, ...early },
      { ...inShandong, ...early, recipients: [subject] },
    ],
  },
  {
    asOf: '2019-04-22',
    pack: '2019-04',
    windowHours: 24,
    filings: [
      { ...inTianjin, ...early },
      { ...inShanghai, ...freeOfPhones, methods: itsApp },
    ],
  },
  { asOf: '2019-07-29', pack: '2019-07', windowHours: 24, filings: [{ ...inTianjin, ...late }] },
  {
    asOf: '2020-09-01',
    pack: '2020-08',
    windowHours: 24,
    filings: [
      { ...inTianjin, ...late },
      { ...inShanghai, ...late, recipients: [subject, site] },
    ],
  },
  {
    asOf: '2026-06-01',
    pack: '2026',
    windowHours: 24,
    filings: [{ ...inTianjin, ...late, papers: papersOf2026 }],
  },
];

/** A domain's certificate names the site and the place of the domain in it; neither matters here. */
const papersOf = async (journey: Journey) =>
  (await journey.papers())
    .map((slot) => (slot.startsWith('domain-certificate:') ? 'domain-certificate' : slot))
    .toSorted();

describe.each(days)('an installation of $asOf (pack $pack)', ({ asOf, pack, windowHours, filings }) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await installationOf({ pack, asOf });
  }, 120_000);
  afterAll(() => installation?.close());

  it.each(filings)('$who: steps, ways, recipients, window and papers of the day', async (expected) => {
    const form = expected.form();
    // Emergency phones are asked from 2019-04-11 on (rules.md 3.2).
    const journey = await Journey.begin(installation.scene, asOf < '2019-04-11' ? form : withEmergencyPhones(form));
    await journey.to('provider-review');
    expect(await journey.status()).toMatchObject({ pack, asOf });

    if (expected.methods !== undefined) {
      await journey.to('identity-check');
      expect((await journey.status()).identity.methods).toEqual(expected.methods);
    }
    await journey.to('phone-verification');
    expect(await journey.asked()).toEqual(expected.recipients);
    if (expected.recipients.length > 0) {
      const { deadline, since } = await journey.status();
      const hours = (Date.parse(deadline.at as string) - Date.parse(since as string)) / 3_600_000;
      expect(Math.abs(hours - windowHours)).toBeLessThan(0.5);
    }
    await journey.to('granted');
    expect(await journey.stages()).toEqual(expected.stages);
    expect(await papersOf(journey)).toEqual(expected.papers);
    await expectSettled(journey, { orders: 1, codes: expected.recipients.length });
  });
});

/** A filing that an operator reads by the rules of a day, from its next submission on. */
async function readAsOf(form: FilingForm, pinned: { readonly pack: string; readonly asOf: string }): Promise<Journey> {
  const scene = theScene();
  const journey = await Journey.inStage(scene, { form, stage: 'provider-review' });
  const reasons = [{ code: 'DOC_QUALITY', pointer: '/documents/subject-certificate' }];
  await journey.reviewer.review(journey.filingId, { decision: 'return', reasons });
  await journey.untilStage('returned');
  const operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
  await operator.must('POST', `/v1/operator/filings/${journey.filingId}/rule-pack`, { body: pinned });
  await journey.mustAct('resubmit');
  expect(await journey.status()).toMatchObject({ stage: 'provider-review', submission: 2, ...pinned });
  return journey;
}

describe('the fast lane after a closed phone window (rules.md 8.6, pack 2018-09 on)', () => {
  it('goes straight to the authority with nothing edited, and through the review with anything edited', async () => {
    const journey = await readAsOf(enterpriseInTianjin(), { pack: '2018-09', asOf: '2018-09-11' });
    await journey.to('phone-verification');
    await journey.forward('25 hours');
    await journey.untilStage('returned');
    await journey.mustAct('resubmit');
    await journey.untilStage('phone-verification');
    expect((await journey.stages()).slice(-3)).toEqual(['returned', 'hand-over', 'phone-verification']);

    await journey.forward('25 hours');
    await journey.untilStage('returned');
    const draft = await journey.subject();
    await journey.saveSubject({ ...draft, superior: '另一试验投资人' });
    await journey.mustAct('resubmit');
    expect(await journey.status()).toMatchObject({ stage: 'provider-review' });
    await journey.to('granted');
    await expectSettled(journey, { orders: 3 });
  });
});
