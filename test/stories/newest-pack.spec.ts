import { enterpriseInTianjin } from '@beian/infra';
import { expectSettled } from './aftermath';
import { withEmergencyPhones } from './emergency-phones';
import { type Installation, installationOf } from './installation';
import { Journey } from './journey';
import { inRegister, registerOf } from './register';

describe('an installation of 2026-06-01 (rules.md 0.3, 1.1, 15.2: pack 2026)', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await installationOf({ pack: '2026', asOf: '2026-06-01' });
  }, 120_000);
  afterAll(() => installation?.close());

  /** A subject that was filed under this pack. */
  const filed = () =>
    Journey.inStage(installation.scene, { form: withEmergencyPhones(enterpriseInTianjin()), stage: 'granted' });

  it('CHANGE_BOTH alters subject and site in one order, confirms both phones and keeps both numbers', async () => {
    const first = await filed();
    const { subjectNumber, sites } = await inRegister(first);
    const siteNumbers = sites.map(({ siteNumber }) => siteNumber);
    const change = await first.change({ subjectNumber, filingType: 'CHANGE_BOTH', siteNumbers });
    await change.saveSubject({ ...(await change.subject()), superior: '新设试验投资人' });
    const path = `/v1/filings/${change.filingId}/sites`;
    const { sites: drafts } = await change.applicant.api.must('GET', path);
    await change.applicant.save(`${path}/${drafts[0].siteId as string}`, {
      ...drafts[0].draft,
      name: '天津试验数据产品介绍',
    });
    await change.applicant.uploadMissing(change.filingId);

    await change.to('phone-verification');
    expect(await change.asked()).toEqual(['subject-administrator', 'site-administrator-1']);
    await change.to('granted');
    expect(await change.order()).toMatchObject({
      filingType: 'CHANGE_BOTH',
      subject: { filedNumber: subjectNumber, superior: '新设试验投资人' },
      sites: [{ filedNumber: siteNumbers[0], name: '天津试验数据产品介绍' }],
    });
    const kept = sites.map(({ siteNumber, domains }) => ({ siteNumber, domains }));
    expect(await inRegister(change)).toMatchObject({ subjectNumber, sites: kept });
    await expectSettled(change, { orders: 1, codes: 2 });
  });

  it.each([
    { filingType: 'CANCEL_ACCESS', recipients: [], sites: 0 },
    { filingType: 'CANCEL_SITE', recipients: ['site-administrator-1'], sites: 0 },
    { filingType: 'CANCEL_SUBJECT', recipients: ['subject-administrator'], sites: undefined },
  ])('$filingType needs no password any more and confirms $recipients.length phones', async (row) => {
    const first = await filed();
    const { subjectNumber, sites } = await inRegister(first);
    const { filingType, recipients } = row;
    const siteNumbers = filingType === 'CANCEL_SUBJECT' ? [] : sites.map(({ siteNumber }) => siteNumber);
    const cancel = await first.change({ subjectNumber, filingType, siteNumbers });
    await cancel.applicant.uploadMissing(cancel.filingId);
    await cancel.mustAct('submit');
    await cancel.to('phone-verification');
    expect((await cancel.status()).stage).toBe(recipients.length > 0 ? 'phone-verification' : 'authority-review');
    expect(await cancel.asked()).toEqual(recipients);
    await cancel.to('granted');
    const left = await registerOf(cancel, (item) => item?.sites.length === row.sites);
    expect(left?.subjectNumber).toBe(row.sites === undefined ? undefined : subjectNumber);
    await expectSettled(cancel, { orders: 1, codes: recipients.length });
  });
});
