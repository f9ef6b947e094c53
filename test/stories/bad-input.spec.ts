import { type Body, enterpriseInTianjin, type FilingForm } from '@beian/infra';
import { Journey } from './journey';
import { theScene } from './scene';

/* The rows of the bad-input catalogue that need a database, a clock or the outside, asked through the gateway. */

const scene = () => ({ ...theScene(), patienceSeconds: 60 });
const namesOf = (problem: Body): readonly string[] =>
  (problem.errors as readonly Body[]).map(({ pointer }) => String(pointer));
const identityOf = ({ code, pointer }: Body): string => `${String(code)} ${String(pointer)}`;
const administratorsOf = ({ subject }: FilingForm) =>
  subject.administrators as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The form with other data in one of its administrators. */
function withAdministrator(
  form: FilingForm,
  [role, other]: readonly [string, Readonly<Record<string, unknown>>],
): FilingForm {
  const administrators = { ...administratorsOf(form), [role]: { ...administratorsOf(form)[role], ...other } };
  return { ...form, subject: { ...form.subject, administrators } };
}

describe('bad input that only the whole stack can judge', () => {
  it('one certificate under two names is one person, who may not be both administrators (B-1.9)', async () => {
    const form = enterpriseInTianjin();
    const { certificateNumber } = administratorsOf(form)['subject-administrator'] ?? {};
    const journey = await Journey.begin(
      scene(),
      withAdministrator(form, ['site-administrator-1', { certificateNumber }]),
    );
    const found = (await journey.applicant.preflight(journey.filingId)).map(identityOf);
    expect(found.filter((one) => one.startsWith('site-admin-is-subject-admin'))).toHaveLength(1);
    expect((await journey.act('submit')).status).toBe(422);
    expect(await journey.status()).toMatchObject({ stage: 'draft', submission: 0 });
  });

  it('a mobile that serves another subject is refused, and is not once that filing is withdrawn (B-6 phones elsewhere)', async () => {
    const first = await Journey.inStage(scene(), { form: enterpriseInTianjin(), stage: 'provider-review' });
    const { mobile } = administratorsOf(first.form)['subject-administrator'] ?? {};
    const form = withAdministrator(enterpriseInTianjin(), ['subject-administrator', { mobile }]);
    const second = await Journey.begin(scene(), form);
    const refused = await second.act('submit');
    expect(refused).toMatchObject({ status: 422 });
    expect((refused.body.errors as readonly Body[]).map(identityOf)).toContain(
      'PHONE_REUSED /subject/administrators/subject-administrator/mobile',
    );
    await first.mustAct('withdraw');
    await first.untilStage('withdrawn');
    await first.applicant.until(first.filingId, ({ ledger }) =>
      (ledger as readonly Body[]).every(({ state }) => state !== 'open'),
    );
    expect((await second.act('submit')).status).toBe(200);
  });

  it('what the authority says of a body that was revoked comes back as a reason at its name (B-2.7)', async () => {
    const journey = await Journey.inStage(scene(), { form: enterpriseInTianjin(), stage: 'authority-review' });
    const reasons = [{ code: 'SUBJECT_ABNORMAL', pointer: '/subject/name', text: '企业已吊销' }];
    await journey.scene.outside.decide(journey.filingId, { outcome: 'rejected', reasons });
    const { reasons: told } = await journey.untilStage('returned');
    expect(told).toContainEqual(expect.objectContaining({ code: 'SUBJECT_ABNORMAL', pointer: '/subject/name' }));
  });

  it('names and lists are taken up to their length and refused beyond it, at their place, with nothing saved (B-3.2 limits, B-4 also: many)', async () => {
    const journey = await Journey.begin(scene(), enterpriseInTianjin());
    const before = await journey.subject();
    const fits = await journey.trySaveSubject({ ...before, name: '试'.repeat(120) });
    expect(fits.status).toBe(200);
    const longer = await journey.trySaveSubject({ ...before, name: '试'.repeat(121) });
    expect({ status: longer.status, at: namesOf(longer.body) }).toEqual({ status: 400, at: ['/name'] });
    expect((await journey.subject()).name).toBe('试'.repeat(120));

    const path = `/v1/filings/${journey.filingId}/sites`;
    const { sites } = await journey.applicant.api.must('GET', path);
    const [site] = sites as readonly Body[];
    const one = `${path}/${site.siteId as string}`;
    const { etag = '' } = await journey.applicant.api.get(one);
    const domains = Array.from({ length: 51 }, (_, i) => `shiyan-${i}.cn`);
    const many = await journey.applicant.api.put(one, { ifMatch: etag, body: { ...site.draft, domains } });
    expect({ status: many.status, at: namesOf(many.body) }).toEqual({ status: 400, at: ['/domains'] });
    expect((await journey.applicant.api.must('GET', path)).sites[0].draft.domains).toEqual(site.draft.domains);
  });
});
