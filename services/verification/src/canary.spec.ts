import { newId } from '@beian/platform';
import { later } from './filing-builders.spec-helper';
import { hearAuthority } from './authority/hear-authority';
import { holdFiling } from './filing/hold-filing';
import { checkFilingType } from './filing-type/check-filing-type';
import { chooseIdentity } from './identity/choose-identity';
import { confirmPhone } from './phones/confirm-phone';
import { claimReview } from './review/claim-review';
import { decideReview } from './review/decide';
import { Bench } from './verification.spec-helper';

/** Personal values that no table may hold in clear, in any form. */
const canaries = {
  name: '卡纳瑞·金丝雀',
  mobile: '13611112222',
  tail: '77889X',
  certificate: '91120104MACANARY1X',
  address: '天津市金丝雀路 999 号',
  reason: '金丝雀在理由里写了自己的名字',
  note: '金丝雀在备注里',
  authority: '管局写了金丝雀的姓名',
};

describe('what lies in the tables', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  /** Every row of every table of the schema as text; bytea stands in it as hexadecimal digits. */
  async function everything(): Promise<string> {
    const tables = await bench.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'verification'`,
    );
    const dumped = await Promise.all(
      tables.map(({ name }) => bench.rows<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`)),
    );
    return dumped.flat().map(({ row }) => row).join('\n'); // prettier-ignore
  }
  const formsOf = (value: string): readonly string[] => {
    const bytes = Buffer.from(value);
    return [
      value,
      bytes.toString('hex'),
      bytes.toString('base64').replace(/=+$/, ''),
      Buffer.from(value, 'utf16le').toString('hex'),
      encodeURIComponent(value),
    ];
  };

  it('is ids, codes, marks and ciphertext after a whole filing (S9, I-28)', async () => {
    const { deps, activities, letters } = bench;
    await checkFilingType(deps, {
      accountId: newId(), province: '12', nature: 'enterprise', certificateType: 'business-licence', certificateNumber: canaries.certificate,
      domain: 'lin-tea.cn', subjectHeld: 'no', certificateRunning: false, domainRunning: false, hostedHere: false,
    }); // prettier-ignore
    const person = { mobile: canaries.mobile, certificateTail: canaries.tail, name: canaries.name };
    const phones = letters.write('verification', {
      part: 'phones',
      administrators: { 'subject-administrator': person },
    });
    const { review, facts } = await bench.aFilingInReview([phones, ...letters.toTheAuthority()]);
    const { filingId, owner } = review;
    const reviewer = newId();
    await claimReview(deps, { filingId, actor: reviewer });
    const reasons = [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: canaries.reason, suggestion: canaries.name }];
    await decideReview(deps, { filingId, actor: reviewer, messageId: newId(), decision: 'return', reasons });
    await holdFiling(deps, { filingId, actor: newId(), messageId: newId(), kind: 'hold', note: canaries.note });

    const check = later(review, { stage: 'identity-check', identity: { methods: ['backdrop'] } });
    await activities.openIdentityCheck({ snapshot: check });
    const address = { recipient: canaries.name, mobile: canaries.mobile, province: '12', address: canaries.address };
    await chooseIdentity(deps, { filingId, actor: owner, messageId: newId(), method: 'backdrop', address });
    await activities.orderBackdrop({
      snapshot: later(check, { identity: { methods: ['backdrop'], method: 'backdrop', parcel: 'ordered' } }),
    });

    const handOver = { ...check, version: check.version + 2, stage: 'hand-over' as const };
    const accepted = await activities.handOver({ snapshot: handOver, facts, at: handOver.at });
    const inPhones = later(handOver, {
      stage: 'phone-verification',
      phones: [{ administrator: 'subject-administrator', confirmed: false }],
    });
    await activities.sendPhoneCodes({
      snapshot: inPhones,
      administrators: ['subject-administrator'],
      windowClosesAt: review.at,
    });
    const [sms] = bench.world.to('/carrier/messages');
    const code = /\d{6}/.exec(String(sms?.body['text']))?.[0] ?? '';
    const entry = {
      administrator: 'subject-administrator',
      code,
      mobile: canaries.mobile,
      certificateTail: canaries.tail,
    } as const;
    await confirmPhone(deps, { filingId, actor: owner, messageId: newId(), ...entry });
    if (accepted.answer !== 'accepted') throw new Error('the authority takes every order here');
    const answered = {
      messageId: newId(),
      transactionId: accepted.transactionId,
      outcome: 'rejected',
      at: review.at,
    } as const;
    await hearAuthority(deps, {
      ...answered,
      reasons: [{ code: 'SITE_NAME', pointer: '/', text: canaries.authority }],
    });
    await deps.deliverer.deliverDue();

    const dump = await everything();
    expect(dump).toContain(filingId); // the scan sees the rows at all
    for (const [which, value] of Object.entries(canaries)) {
      for (const form of formsOf(value))
        expect(dump.includes(form) ? `${which} found as ${form}` : 'nothing').toBe('nothing');
    }
    expect(new RegExp(`(?<![0-9a-f.])${code}(?![0-9a-f])`).test(dump)).toBe(false);
    const told = JSON.stringify(bench.workflow.sent);
    for (const value of Object.values(canaries)) expect(told).not.toContain(value);
  });
});
