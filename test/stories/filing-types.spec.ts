import { domainName, enterpriseInTianjin, type FilingForm } from '@beian/infra';
import { expectSettled } from './aftermath';
import { Journey } from './journey';
import { inRegister, registerOf } from './register';
import { theScene } from './scene';

/** A subject of one account that has its number. */
async function filed(): Promise<Journey> {
  return Journey.inStage(theScene(), { form: enterpriseInTianjin(), stage: 'granted' });
}

/** The form of another website of the same subject, with a fresh domain. */
function anotherSite({ form }: Journey): FilingForm {
  const domain = domainName();
  return {
    ...form,
    check: { ...form.check, domain },
    site: { ...form.site, name: '天津试验数据产品介绍', domains: [domain], homePage: `www.${domain}` },
  };
}

const errorsOf = async ({ applicant, filingId }: Journey): Promise<readonly string[]> => {
  const findings = await applicant.preflight(filingId);
  return findings.filter(({ severity }) => severity === 'error').map(({ pointer }) => String(pointer));
};

const givePassword = async (journey: Journey) =>
  journey.saveSubject({ ...(await journey.subject()), filingPassword: 'K7-试验-42' });

/** The papers of an enterprise with two administrators that opens a website (rules.md 15.4, Tianjin). */
const allPapers = [
  'authenticity-statement',
  'site-administrator-id-back:site-administrator-1',
  'site-administrator-id-front:site-administrator-1',
  'site-administrator-photo:site-administrator-1',
  'subject-administrator-id-back',
  'subject-administrator-id-front',
  'subject-certificate',
];

describe('filings for a subject that is filed here (rules.md 1.1, 15.1; pack 2018-06)', () => {
  it('ADD_SITE_HERE begins as it is filed, confirms the site administrator alone and gets the next suffix', async () => {
    const first = await filed();
    const { subjectNumber } = await inRegister(first);
    const added = await first.another(anotherSite(first));
    expect(await added.status()).toMatchObject({ filingType: 'ADD_SITE_HERE', stage: 'draft' });

    await added.to('phone-verification');
    expect(await added.asked()).toEqual(['site-administrator-1']);
    await added.to('granted');
    expect((await added.status()).numbers).toMatchObject({
      subject: subjectNumber,
      sites: [{ number: `${subjectNumber}-2` }],
    });
    expect(await added.order()).toMatchObject({
      filingType: 'ADD_SITE_HERE',
      subject: { filedNumber: subjectNumber },
    });
    expect(await added.papers()).toEqual(allPapers);
    const { sites } = await inRegister(added, 2);
    expect(sites.map(({ siteNumber }) => siteNumber)).toEqual([`${subjectNumber}-1`, `${subjectNumber}-2`]);
    await expectSettled(added, { orders: 1, codes: 1 });
  });

  it('CHANGE_SITE with a new administrator checks his identity, confirms his phone and keeps the number', async () => {
    const first = await filed();
    const {
      subjectNumber,
      sites: [site],
    } = await inRegister(first);
    const change = await first.change({ subjectNumber, filingType: 'CHANGE_SITE', siteNumbers: [site?.siteNumber] });
    const draft = await change.subject();
    expect(draft).toMatchObject({ name: first.form.subject.name });
    const blocked = await first.applicant.api.post('/v1/filed-subjects/changes', {
      body: { subjectNumber, filingType: 'CHANGE_SUBJECT' },
    });
    expect(blocked).toMatchObject({ status: 409, body: { code: 'order-running', filingId: change.filingId } });

    const renamed = await change.trySaveSubject({ ...draft, name: '天津另名数据有限公司' });
    expect(renamed).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } });
    const successor = enterpriseInTianjin();
    const administrators = successor.subject.administrators as Readonly<Record<string, unknown>>;
    await change.saveSubject({
      ...draft,
      administrators: { ...draft.administrators, 'site-administrator-1': administrators['site-administrator-1'] },
    });
    await change.applicant.uploadMissing(change.filingId);
    const phones = { ...first.form.phones, 'site-administrator-1': successor.phones['site-administrator-1'] };
    Object.assign(change.form.phones, phones);

    await change.to('granted');
    expect(await change.stages()).toEqual(expect.arrayContaining(['identity-check', 'phone-verification']));
    const order = await change.order();
    expect(order).toMatchObject({ filingType: 'CHANGE_SITE', sites: [{ filedNumber: site?.siteNumber }] });
    expect(order.documents.map(({ slot }) => slot)).toContain('site-administrator-photo:site-administrator-1');
    expect((await change.status()).numbers.sites).toMatchObject([{ number: site?.siteNumber }]);
    expect((await inRegister(change)).sites).toMatchObject([{ siteNumber: site?.siteNumber, domains: site?.domains }]);
    await expectSettled(change, { orders: 1, codes: 1 });
  });

  it('CANCEL_SUBJECT needs statement, certificate and password, alters nothing, and empties the register', async () => {
    const first = await filed();
    const { subjectNumber } = await inRegister(first);
    const cancel = await first.change({ subjectNumber, filingType: 'CANCEL_SUBJECT' });
    expect((await errorsOf(cancel)).toSorted()).toEqual([
      '/documents/authenticity-statement',
      '/documents/subject-certificate',
      '/subject/filingPassword',
    ]);
    await givePassword(cancel);
    await cancel.applicant.uploadMissing(cancel.filingId);

    await cancel.to('phone-verification');
    expect(await cancel.asked()).toEqual(['subject-administrator']);
    await cancel.to('granted');
    expect(await cancel.stages()).not.toContain('identity-check');
    await registerOf(cancel, (item) => item === undefined);
    // What was cancelled may be filed again, as for the first time (rules.md 15.1 T06).
    const again = await cancel.applicant.api.must('POST', '/v1/filing-type-checks', { body: first.form.check });
    expect(again).toMatchObject({ row: 'T06', filingType: 'FIRST' });
    await expectSettled(cancel, { orders: 1, codes: 1 });
  });

  it('CHANGE_SUBJECT confirms the subject administrator alone, and is what the next filing begins from', async () => {
    const first = await filed();
    const { subjectNumber, sites } = await inRegister(first);
    const change = await first.change({ subjectNumber, filingType: 'CHANGE_SUBJECT' });
    await change.saveSubject({ ...(await change.subject()), superior: '新设试验投资人' });
    await change.applicant.uploadMissing(change.filingId);
    await change.to('phone-verification');
    expect(await change.asked()).toEqual(['subject-administrator']);
    await change.to('granted');
    expect(await change.stages()).not.toContain('identity-check');
    expect(await inRegister(change)).toMatchObject({ subjectNumber, sites });
    await expectSettled(change, { orders: 1, codes: 1 });
    const next = await first.change({ subjectNumber, filingType: 'CHANGE_SUBJECT' });
    expect(await next.subject()).toMatchObject({ superior: '新设试验投资人' });
  });

  // The ministry's record loses a cancelled site and keeps one whose access ended (rules.md 1.1), and so the next type differs.
  it.each([
    { filingType: 'CANCEL_SITE', then: { row: 'T08', filingType: 'ADD_SITE_HERE' } },
    { filingType: 'CANCEL_ACCESS', then: { row: 'T10', filingType: 'ACCESS_CONT' } },
  ])('$filingType confirms the site administrator, strikes the site out and leaves the subject', async (row) => {
    const first = await filed();
    const { subjectNumber, sites } = await inRegister(first);
    const siteNumbers = sites.map(({ siteNumber }) => siteNumber);
    const cancel = await first.change({ subjectNumber, filingType: row.filingType, siteNumbers });
    await givePassword(cancel);
    await cancel.applicant.uploadMissing(cancel.filingId);
    await cancel.to('phone-verification');
    expect(await cancel.asked()).toEqual(['site-administrator-1']);
    await cancel.to('granted');
    expect(await cancel.stages()).not.toContain('identity-check');
    expect(await cancel.papers()).toEqual(['authenticity-statement', 'subject-certificate']);
    expect(await inRegister(cancel, 0)).toMatchObject({ subjectNumber });
    const next = await first.applicant.api.must('POST', '/v1/filing-type-checks', { body: first.form.check });
    expect(next).toMatchObject(row.then);
    await expectSettled(cancel, { orders: 1, codes: 1 });
  });

  it('refuses types that the pack does not offer, or only names, and says why', async () => {
    const first = await filed();
    const { subjectNumber } = await inRegister(first);
    for (const filingType of ['CHANGE_BOTH', 'CLAIM', 'IMPORT', 'MIGRATE', 'TRANSFER', 'FIRST']) {
      const answer = await first.applicant.api.post('/v1/filed-subjects/changes', {
        body: { subjectNumber, filingType },
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'type-not-offered' } });
    }
    const foreign = await Journey.begin(theScene(), enterpriseInTianjin());
    const body = { subjectNumber, filingType: 'CANCEL_SUBJECT' };
    expect(await foreign.applicant.api.post('/v1/filed-subjects/changes', { body })).toMatchObject({ status: 404 });
  });
});

describe('filings for what is filed with another provider (rules.md 1.1, 1.3, 15.1, 15.2; pack 2018-06)', () => {
  it('ADD_SITE_OTHER (T07) is filled in anew, without a password, and gets the next suffix of the number there is', async () => {
    const scene = theScene();
    const form = enterpriseInTianjin();
    const { subjectNumber } = await scene.outside.fileElsewhere(form.check, domainName());
    const added = await Journey.begin(scene, form);
    expect(await added.status()).toMatchObject({ filingType: 'ADD_SITE_OTHER', stage: 'draft' });
    expect(await errorsOf(added)).toEqual([]);

    await added.to('phone-verification');
    expect(await added.asked()).toEqual(['site-administrator-1']);
    await added.to('granted');
    expect(await added.stages()).toContain('identity-check');
    expect(await added.order()).toMatchObject({ filingType: 'ADD_SITE_OTHER' });
    expect(await added.papers()).toEqual(allPapers);
    // The register of this provider holds the subject and the site it hosts, not the one filed elsewhere.
    expect(await inRegister(added)).toMatchObject({
      subjectNumber,
      sites: [{ siteNumber: `${subjectNumber}-2`, domains: [form.check.domain] }],
    });
    await expectSettled(added, { orders: 1, codes: 1 });
  });

  it('ACCESS_NEW (T09) needs the password, and keeps both numbers', async () => {
    const scene = theScene();
    const form = enterpriseInTianjin();
    const { subjectNumber, siteNumber } = await scene.outside.fileElsewhere(form.check, form.check.domain);
    const access = await Journey.begin(scene, form);
    expect(await access.status()).toMatchObject({ filingType: 'ACCESS_NEW', stage: 'draft' });
    expect(await errorsOf(access)).toEqual(['/subject/filingPassword']);
    await givePassword(access);

    await access.to('phone-verification');
    expect(await access.asked()).toEqual(['site-administrator-1']);
    await access.to('granted');
    expect(await access.stages()).toContain('identity-check');
    expect(await access.order()).toMatchObject({ filingType: 'ACCESS_NEW' });
    expect(await access.papers()).toEqual(allPapers);
    expect(await inRegister(access)).toMatchObject({
      subjectNumber,
      sites: [{ siteNumber, domains: [form.check.domain] }],
    });
    await expectSettled(access, { orders: 1, codes: 1 });
  });

  it('ACCESS_CONT (T10) begins as the subject is filed here; what is hosted here already is changed, not accessed', async () => {
    const first = await filed();
    const { subjectNumber } = await inRegister(first);
    const here = await first.applicant.api.must('POST', '/v1/filing-type-checks', { body: first.form.check });
    expect(here).toMatchObject({ row: 'T10', stop: { code: 'already-hosted-here' } });

    const form = anotherSite(first);
    const { siteNumber } = await first.scene.outside.fileElsewhere(form.check, form.check.domain);
    expect(siteNumber).toBe(`${subjectNumber}-2`);
    const filingId = await first.applicant.open(form);
    const { draft } = await first.applicant.api.must('GET', `/v1/filings/${filingId}/subject`);
    expect(draft).toMatchObject({ name: first.form.subject.name, superior: first.form.subject['superior'] });

    const access = await first.another(form); // the same draft is shown again: there is never a second one
    expect(access.filingId).toBe(filingId);
    expect(await access.status()).toMatchObject({ filingType: 'ACCESS_CONT', stage: 'draft' });
    expect(await errorsOf(access)).toEqual(['/subject/filingPassword']);
    await givePassword(access);
    await access.to('phone-verification');
    expect(await access.asked()).toEqual(['site-administrator-1']);
    await access.to('granted');
    expect(await access.order()).toMatchObject({
      filingType: 'ACCESS_CONT',
      subject: { filedNumber: subjectNumber },
    });
    expect(await access.papers()).toEqual(allPapers);
    const { sites } = await inRegister(access, 2);
    expect(sites.map((site) => site.siteNumber)).toEqual([`${subjectNumber}-1`, siteNumber]);
    await expectSettled(access, { orders: 1, codes: 1 });
  });
});
