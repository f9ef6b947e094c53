import type { AdministratorKey, FilingSnapshot } from '@beian/contracts';
import { newId } from '@beian/platform';
import { later, someFacts } from '../filing-builders.spec-helper';
import { Bench } from '../verification.spec-helper';
import { confirmPhone } from './confirm-phone';
import { hearCarrier } from './hear-carrier';
import { resendPhoneCode } from './resend-phone-code';

const subjectAdmin = { mobile: '13800138000', certificateTail: '19002X', name: '张三' };
const siteAdmin = { mobile: '13900139000', certificateTail: '071239', name: '李四' };
type People = Partial<Record<AdministratorKey, typeof subjectAdmin>>;
const both: People = { 'subject-administrator': subjectAdmin, 'site-administrator-1': siteAdmin };
const messages = '/carrier/messages';
/** A day of each pack, and whether it counts any wrong item towards sending the order back, or the certificate's alone. */
const packs = [
  { pack: '2018-06', asOf: '2018-06-15', anyItem: false },
  { pack: '2018-09', asOf: '2018-09-25', anyItem: false },
  { pack: '2019-04', asOf: '2019-05-01', anyItem: false },
  { pack: '2019-07', asOf: '2019-08-01', anyItem: false },
  { pack: '2020-08', asOf: '2020-09-01', anyItem: true },
  { pack: '2026', asOf: '2026-02-02', anyItem: true },
] as const;

describe('phone verification', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.workflow.reply = 'moved';
    bench.workflow.sent.length = 0;
    bench.world.received.length = 0;
  });

  interface InPhones {
    readonly snapshot: FilingSnapshot;
    readonly send: () => Promise<void>;
  }
  /** A filing about to ask these people for their codes. */
  async function toPhones(
    people: People,
    asked: readonly AdministratorKey[],
    changes: Partial<FilingSnapshot> = {},
  ): Promise<InPhones> {
    const letter = bench.letters.write('verification', { part: 'phones', administrators: people });
    const { review } = await bench.aFilingInReview([letter]);
    const phones = asked.map((administrator) => ({ administrator, confirmed: false }));
    const snapshot = later(review, { stage: 'phone-verification', waitingOn: 'applicant', phones, ...changes });
    const step = { snapshot, administrators: asked, windowClosesAt: '2018-06-20T01:00:00.000Z' };
    return { snapshot, send: () => bench.activities.sendPhoneCodes(step) };
  }
  async function asked(people = both, changes: Partial<FilingSnapshot> = {}): Promise<FilingSnapshot> {
    const { snapshot, send } = await toPhones(people, Object.keys(people) as AdministratorKey[], changes);
    await send();
    return snapshot;
  }
  /** The code in the newest message to a mobile about this filing. */
  const codeTo = (snapshot: FilingSnapshot, mobile: string): string => {
    const texts = bench.world
      .to(messages)
      .filter(({ key, body }) => key.startsWith(snapshot.filingId) && body['to'] === mobile);
    return /\d{6}/.exec(String(texts.at(-1)?.body['text']))?.[0] ?? '';
  };
  const wrongCode = (code: string) => (code === '000000' ? '000001' : '000000');
  const enter = (
    snapshot: FilingSnapshot,
    administrator: AdministratorKey,
    typed: Partial<{ code: string; mobile: string; certificateTail: string; messageId: string }> = {},
  ) => {
    const person = both[administrator] ?? subjectAdmin;
    const entry = {
      code: codeTo(snapshot, person.mobile),
      mobile: person.mobile,
      certificateTail: person.certificateTail,
    };
    return confirmPhone(bench.deps, {
      filingId: snapshot.filingId,
      actor: snapshot.owner,
      messageId: newId(),
      administrator,
      ...entry,
      ...typed,
    });
  };
  const outcomes = async (entries: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(entries)).map((entry) =>
      entry.status === 'fulfilled' ? 'confirmed' : (entry.reason as { code: string }).code,
    );
  const codesOf = ({ filingId }: FilingSnapshot) =>
    bench.rows<{
      state: string;
      void_cause: string | null;
      wrong_entries: number;
      entries: number;
      sealed_code: Buffer | null;
      send_number: number;
    }>('SELECT * FROM phone_code WHERE filing_id = $1 ORDER BY administrator, send_number', [filingId]);

  describe('the codes', () => {
    it('go to each mobile, once, whatever goes wrong on the way (I-9)', async () => {
      const { snapshot, send } = await toPhones(both, ['subject-administrator', 'site-administrator-1']);
      bench.world.script(messages, { status: 200, silent: true });
      await expect(send()).rejects.toThrow('carrier does not answer now');
      expect((await bench.deps.filings.get(snapshot.filingId))?.snapshot.stage).toBe('phone-verification');
      await send();
      await send();

      const calls = bench.world.to(messages);
      expect(new Set(calls.map(({ key }) => key)).size).toBe(2);
      expect(new Set(calls.map(({ body }) => `${String(body['to'])} ${String(body['text'])}`)).size).toBe(2);
      expect((await codesOf(snapshot)).map(({ state, sealed_code }) => [state, sealed_code])).toEqual([
        ['sent', null],
        ['sent', null],
      ]);
      const events = await bench.rows(`SELECT 1 FROM outbox WHERE type = 'phone-code-sent' AND filing_id = $1`, [
        snapshot.filingId,
      ]);
      expect(events).toHaveLength(2);
    });

    it('are one code where two administrators share a mobile, and it confirms both (rules.md 8.3)', async () => {
      const shared: People = {
        'subject-administrator': subjectAdmin,
        'site-administrator-1': { ...siteAdmin, mobile: subjectAdmin.mobile },
      };
      const snapshot = await asked(shared);
      expect(bench.world.to(messages)).toHaveLength(1);
      await enter(snapshot, 'site-administrator-1', {
        mobile: subjectAdmin.mobile,
        code: codeTo(snapshot, subjectAdmin.mobile),
      });
      expect(bench.workflow.named('confirmPhone').map(({ message }) => message['administrator'])).toEqual(
        expect.arrayContaining(['subject-administrator', 'site-administrator-1']),
      );
      await expect(enter(snapshot, 'subject-administrator')).rejects.toMatchObject({ code: 'already-decided' });
    });

    it('are swept when a phone changes: the old one is void, and only the new mobile gets another (A6)', async () => {
      const first = await asked({ 'subject-administrator': subjectAdmin });
      const old = codeTo(first, subjectAdmin.mobile);
      const { filingId, submission, at } = first;
      await bench.activities.voidPhoneCodes({ filingId, submission, at });

      const moved = { ...subjectAdmin, mobile: '13700137000' };
      const letter = bench.letters.write('verification', {
        part: 'phones',
        administrators: { 'subject-administrator': moved },
      });
      const review = later(first, { stage: 'provider-review', waitingOn: 'provider', submission: 2 });
      await bench.activities.openReview({ snapshot: review, facts: someFacts(review, [letter]) });
      const administrators = ['subject-administrator'] as const;
      const again = later(review, { stage: 'phone-verification', waitingOn: 'applicant' });
      await bench.activities.sendPhoneCodes({ snapshot: again, administrators, windowClosesAt: at });

      const sent = bench.world.to(messages).filter(({ key }) => key.startsWith(filingId));
      expect(sent.map(({ body }) => body['to'])).toEqual([subjectAdmin.mobile, moved.mobile]);
      const code = codeTo(again, moved.mobile);
      for (const typed of [
        { code: old, mobile: subjectAdmin.mobile },
        { code, mobile: subjectAdmin.mobile },
      ])
        await expect(enter(again, 'subject-administrator', typed)).rejects.toMatchObject({ code: 'code-wrong' });
      expect(await enter(again, 'subject-administrator', { code, mobile: moved.mobile })).toMatchObject({
        kind: 'moved',
      });
    });

    it('are void when the stage is undone, once and without harm', async () => {
      const snapshot = await asked();
      const undo = { filingId: snapshot.filingId, submission: snapshot.submission, at: snapshot.at };
      await bench.activities.voidPhoneCodes(undo);
      await bench.activities.voidPhoneCodes(undo);
      await expect(enter(snapshot, 'subject-administrator')).rejects.toMatchObject({ code: 'code-void' });
      expect(bench.workflow.sent).toEqual([]);
    });
  });

  describe('an entry', () => {
    it('confirms with code, mobile and last six characters, and every part counts (I-14, A6)', async () => {
      const snapshot = await asked();
      const code = codeTo(snapshot, subjectAdmin.mobile);
      const wrong = [
        { code: wrongCode(code) },
        { mobile: siteAdmin.mobile },
        { certificateTail: siteAdmin.certificateTail },
        { code: codeTo(snapshot, siteAdmin.mobile) },
      ];
      for (const typed of wrong)
        await expect(enter(snapshot, 'subject-administrator', typed)).rejects.toMatchObject({ code: 'code-wrong' });
      expect(bench.workflow.sent).toEqual([]);
      expect(await enter(snapshot, 'subject-administrator', { certificateTail: '19002x' })).toMatchObject({
        kind: 'moved',
      });
      expect(bench.workflow.named('confirmPhone')).toMatchObject([
        { message: { administrator: 'subject-administrator' } },
      ]);
      await expect(enter(snapshot, 'subject-administrator')).rejects.toMatchObject({ code: 'already-decided' });
    });

    it('is judged at most five times of two hundred at once (B-6 codes, T28, S6)', async () => {
      const snapshot = await asked();
      const code = wrongCode(codeTo(snapshot, subjectAdmin.mobile));
      const said = await outcomes(
        Array.from({ length: 200 }, () => enter(snapshot, 'subject-administrator', { code })),
      );
      expect(said.filter((word) => word === 'code-wrong')).toHaveLength(5);
      expect(said.filter((word) => word === 'code-void')).toHaveLength(195);
      expect((await codesOf(snapshot)).find(({ wrong_entries }) => wrong_entries > 0)).toMatchObject({
        entries: 5,
        wrong_entries: 5,
        void_cause: 'five-wrong-entries',
      });
      await expect(enter(snapshot, 'subject-administrator')).rejects.toMatchObject({ code: 'code-void' });
      expect(await enter(snapshot, 'site-administrator-1')).toMatchObject({ kind: 'moved' });
    });

    it('confirms once of fifty right ones at once', async () => {
      const snapshot = await asked();
      const said = await outcomes(Array.from({ length: 50 }, () => enter(snapshot, 'subject-administrator')));
      expect(said.filter((word) => word === 'confirmed')).toHaveLength(1);
      expect(bench.workflow.named('confirmPhone')).toHaveLength(1);
    });

    it('counts once for one request, and answers it the same again (I-30)', async () => {
      const snapshot = await asked();
      const request = { messageId: newId(), code: wrongCode(codeTo(snapshot, subjectAdmin.mobile)) };
      const said = await outcomes(Array.from({ length: 9 }, () => enter(snapshot, 'subject-administrator', request)));
      expect(new Set(said)).toEqual(new Set(['code-wrong']));
      expect((await codesOf(snapshot)).map(({ wrong_entries }) => wrong_entries).toSorted()).toEqual([0, 1]);
    });

    it('after the window is refused by the one clock that decides, and stays refused (I-8)', async () => {
      const snapshot = await asked();
      bench.workflow.reply = { refused: 'too-late' };
      const request = { messageId: newId() };
      await expect(enter(snapshot, 'subject-administrator', request)).rejects.toMatchObject({ code: 'too-late' });
      bench.workflow.reply = 'moved';
      await expect(enter(snapshot, 'subject-administrator', request)).rejects.toMatchObject({ code: 'too-late' });
      expect(bench.workflow.sent).toEqual([]);
    });

    it('that matched is delivered later when nobody takes it now (F-V1)', async () => {
      const snapshot = await asked();
      bench.workflow.reply = 'silent';
      await expect(enter(snapshot, 'subject-administrator')).rejects.toMatchObject({ code: 'temporarily-unavailable' });
      bench.workflow.reply = 'moved';
      await bench.db.database.execute('UPDATE delivery SET next_attempt_at = now()');
      await bench.deps.deliverer.deliverDue();
      expect(bench.workflow.named('confirmPhone')).toHaveLength(1);
    });

    it('for another filing, or by somebody who was not asked, is not for a code of ours (B-6 codes)', async () => {
      const one = await asked();
      const two = await asked();
      await expect(
        enter(two, 'subject-administrator', { code: codeTo(one, subjectAdmin.mobile) }),
      ).rejects.toMatchObject({ code: 'code-wrong' });
      await expect(enter(one, 'site-administrator-2')).rejects.toMatchObject({ code: 'not-allowed-now' });
    });
  });

  describe('five wrong entries', () => {
    const five = async (snapshot: FilingSnapshot, typed: (n: number) => Parameters<typeof enter>[2]) => {
      for (let n = 0; n < 5; n++)
        await expect(enter(snapshot, 'subject-administrator', typed(n))).rejects.toMatchObject({ code: 'code-wrong' });
      await bench.deps.deliverer.deliverDue();
      return bench.workflow.named('phoneFailed').map(({ message }) => message['cause']);
    };

    const codes = (snapshot: FilingSnapshot) => () => ({ code: wrongCode(codeTo(snapshot, subjectAdmin.mobile)) });
    const mobiles = () => () => ({ mobile: siteAdmin.mobile });
    const tails = () => () => ({ certificateTail: '000000' });

    // rules.md 0.3 `sms.maxWrong`, 8.5 and C6: five wrong IDs in every pack, any of the three items from 2020-08 on.
    it.each(packs)(
      'send the order back in pack $pack where the pack counts them (C6)',
      async ({ anyItem, ...rules }) => {
        const failures = [];
        for (const wrong of [tails, codes, mobiles]) {
          const snapshot = await asked(both, rules);
          failures.push((await five(snapshot, wrong(snapshot))).length);
          bench.workflow.sent.length = 0;
        }
        expect(failures).toEqual(anyItem ? [1, 1, 1] : [1, 0, 0]);
      },
    );

    it('send the order back in 2020-08 whatever was wrong', async () => {
      const snapshot = await asked(both, { pack: '2020-08', asOf: '2020-09-01' });
      expect(
        await five(snapshot, (n) => (n % 2 === 0 ? { certificateTail: '000000' } : { mobile: siteAdmin.mobile })),
      ).toEqual(['five-wrong-entries']);
    });
  });

  it.each(packs)(
    'a code is void after five wrong entries of any kind in pack $pack (decision 4)',
    async ({ anyItem: _counts, ...rules }) => {
      const snapshot = await asked(both, rules);
      const code = codeTo(snapshot, subjectAdmin.mobile);
      for (const typed of [{ code: wrongCode(code) }, { mobile: siteAdmin.mobile }, { certificateTail: '000000' }])
        await expect(enter(snapshot, 'subject-administrator', typed)).rejects.toMatchObject({ code: 'code-wrong' });
      for (let n = 0; n < 2; n++)
        await expect(enter(snapshot, 'subject-administrator', { code: wrongCode(code) })).rejects.toMatchObject({
          code: 'code-wrong',
        });
      await expect(enter(snapshot, 'subject-administrator')).rejects.toMatchObject({ code: 'code-void' });
      expect(await enter(snapshot, 'site-administrator-1')).toMatchObject({ kind: 'moved' });
      await bench.deps.deliverer.deliverDue(); // nothing is left for another spec
    },
  );

  describe('another code', () => {
    const resend = (snapshot: FilingSnapshot, changes: Partial<Parameters<typeof resendPhoneCode>[1]> = {}) =>
      resendPhoneCode(bench.deps, {
        filingId: snapshot.filingId,
        actor: snapshot.owner,
        administrator: 'subject-administrator',
        ...changes,
      });

    it('voids the older ones and can be had twice; the limit holds for parallel requests too (I-29)', async () => {
      const snapshot = await asked();
      const old = codeTo(snapshot, subjectAdmin.mobile);
      expect(await resend(snapshot)).toEqual({ sent: 2, left: 1 });
      if (old !== codeTo(snapshot, subjectAdmin.mobile)) {
        await expect(enter(snapshot, 'subject-administrator', { code: old })).rejects.toMatchObject({
          code: 'code-wrong',
        });
      }
      const said = await outcomes(Array.from({ length: 20 }, () => resend(snapshot)));
      // Whoever comes while the last one is under way shares it; everybody else is refused.
      expect(new Set(said)).toEqual(new Set(['confirmed', 'resend-limit']));
      await expect(resend(snapshot)).rejects.toMatchObject({ code: 'resend-limit' });
      const sends = bench.world.to(messages).filter(({ body }) => body['to'] === subjectAdmin.mobile);
      expect(new Set(sends.map(({ key }) => key)).size).toBe(3);
      expect(await enter(snapshot, 'subject-administrator')).toMatchObject({ kind: 'moved' });
    });

    it('is one code for one request, and sent when the carrier is back', async () => {
      const snapshot = await asked();
      bench.world.script(messages, { status: 503 });
      const messageId = newId();
      await expect(resend(snapshot, { messageId })).rejects.toMatchObject({ code: 'temporarily-unavailable' });
      expect(await resend(snapshot, { messageId })).toEqual({ sent: 2, left: 1 });
      expect(await resend(snapshot, { messageId })).toEqual({ sent: 2, left: 1 });
      expect(await enter(snapshot, 'subject-administrator')).toMatchObject({ kind: 'moved' });
      await expect(resend(snapshot)).rejects.toMatchObject({ code: 'already-decided' });
    });

    it('is sent automatically to who has not confirmed (rules.md 8.5, pack 2018-06)', async () => {
      const snapshot = await asked();
      await enter(snapshot, 'site-administrator-1');
      const phones =
        snapshot.phones?.map((phone) => ({ ...phone, confirmed: phone.administrator === 'site-administrator-1' })) ??
        [];
      const step = { snapshot: later(snapshot, { phones }) };
      await bench.activities.resendPhoneCodes(step);
      await bench.activities.resendPhoneCodes(step);
      expect((await codesOf(snapshot)).map(({ send_number }) => send_number)).toEqual([1, 1, 2]);
    });

    it('is not sent outside the stage', async () => {
      const { review } = await bench.aFilingInReview();
      await expect(resend(review)).rejects.toMatchObject({ code: 'not-allowed-now' });
    });
  });

  describe('the receipt', () => {
    const receiptOf = (snapshot: FilingSnapshot, state: 'delivered' | 'failed') => {
      const call = bench.world
        .to(messages)
        .find(({ key, body }) => key.startsWith(snapshot.filingId) && body['to'] === subjectAdmin.mobile);
      return { messageId: newId(), reference: String(call?.body['reference']), state, at: '2018-06-15T03:00:00.000Z' };
    };

    it('of a failed message tells the workflow once that the phone cannot be reached', async () => {
      const snapshot = await asked();
      await hearCarrier(bench.deps, receiptOf(snapshot, 'failed'));
      await hearCarrier(bench.deps, receiptOf(snapshot, 'failed'));
      await bench.deps.deliverer.deliverDue();
      expect(bench.workflow.named('phoneFailed')).toMatchObject([
        { message: { administrator: 'subject-administrator', submission: 1, cause: 'undeliverable' } },
      ]);
      await expect(enter(snapshot, 'subject-administrator')).rejects.toMatchObject({ code: 'code-void' });
    });

    it('of a message that was used already, or is not ours, changes nothing', async () => {
      const snapshot = await asked();
      await hearCarrier(bench.deps, receiptOf(snapshot, 'delivered'));
      await enter(snapshot, 'subject-administrator');
      await hearCarrier(bench.deps, receiptOf(snapshot, 'failed'));
      await hearCarrier(bench.deps, { ...receiptOf(snapshot, 'failed'), reference: 'notice.1' });
      await bench.deps.deliverer.deliverDue();
      expect(bench.workflow.named('phoneFailed')).toEqual([]);
    });
  });
});
