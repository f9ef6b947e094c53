import { Applicant, domainName, individualInZhejiang, type FilingForm } from '@beian/infra';
import { makePatient } from '../faults/persistently';
import { enterprisesOfOnePerson, filingsIn, outcomeOf, sideBySide } from './contest';
import { Journey } from './journey';
import { theScene } from './scene';

const contestants = 50;
const setUpMs = 1_200_000;

const stageOf = async (applicant: Applicant, filingId: string): Promise<string> =>
  (await applicant.status(filingId)).stage as string;

describe('fifty filings for one thing', () => {
  it(
    'I-4 I-5 T27: fifty accounts submit one domain at once; one wins, the others are told',
    async () => {
      const domain = domainName();
      const forms = enterprisesOfOnePerson(contestants, domain);
      const journeys = await sideBySide(forms, (form) => Journey.begin(theScene(), form, makePatient));

      const answers = await Promise.all(journeys.map((journey) => journey.act('submit')));
      const { won, findings, others } = outcomeOf(answers);
      expect(others).toEqual([]);
      expect(won).toBe(1);
      expect(findings).toEqual(Array.from({ length: contestants - 1 }, () => ['ORDER_RUNNING']));

      const winner = journeys[answers.findIndex(({ status }) => status === 200)]!;
      for (const { applicant, filingId } of journeys)
        expect(await stageOf(applicant, filingId)).toBe(filingId === winner.filingId ? 'provider-review' : 'draft');
      const ids = journeys.map(({ filingId }) => filingId);
      const ours = "filing_id = ANY(string_to_array($1, ',')) AND released_at IS NULL";
      const held = (table: string) => filingsIn(`SELECT filing_id FROM ${table} WHERE ${ours}`, [ids.join()]);
      expect(await held('website.domain_lock')).toEqual([winner.filingId]);
      expect(await held('subject.certificate_lock')).toEqual([winner.filingId]);

      // What the winner gives up, the next one gets.
      const next = journeys.find(({ filingId }) => filingId !== winner.filingId)!;
      await winner.mustAct('withdraw');
      await winner.untilStage('withdrawn');
      await winner.applicant.until(winner.filingId, ({ ledger }) =>
        (ledger as { state: string }[]).every(({ state }) => state !== 'open'),
      );
      expect((await next.act('submit')).status).toBe(200);
      expect(await held('website.domain_lock')).toEqual([next.filingId]);
    },
    setUpMs,
  );

  it(
    'T28: one service code in fifty submissions of its account serves one of them (B-5 servers and service codes)',
    async () => {
      const applicant = await Applicant.signIn(theScene(), `applicant-codes-${process.pid}x${Date.now()}`);
      makePatient(applicant.api);
      const fill = async (form: FilingForm): Promise<string> => {
        const filingId = await applicant.open(form);
        await applicant.complete(filingId, form);
        return filingId;
      };
      const first = individualInZhejiang();
      const firstId = await applicant.open(first);
      const { owner } = await applicant.status(firstId);
      const serviceCode = await applicant.serviceCode(firstId, owner as string);
      const withCode = (form: FilingForm): FilingForm => ({ ...form, site: { ...form.site, serviceCode } });
      await applicant.complete(firstId, withCode(first));
      const forms = Array.from({ length: contestants - 1 }, () => withCode(individualInZhejiang()));
      const filings = [firstId, ...(await sideBySide(forms, fill))];

      const answers = await Promise.all(filings.map((filingId) => applicant.act(filingId, 'submit')));
      const { won, findings, others } = outcomeOf(answers);
      expect(others).toEqual([]);
      expect(won).toBe(1);
      expect(findings).toEqual(Array.from({ length: contestants - 1 }, () => ['service-code-in-progress']));

      const winner = filings[answers.findIndex(({ status }) => status === 200)]!;
      const usedBy = "SELECT filing_id FROM website.service_code WHERE code = $1 AND state = 'in-progress'";
      expect(await filingsIn(usedBy, [serviceCode])).toEqual([winner]);
      for (const filingId of filings)
        expect(await stageOf(applicant, filingId)).toBe(filingId === winner ? 'provider-review' : 'draft');
    },
    setUpMs,
  );
});
