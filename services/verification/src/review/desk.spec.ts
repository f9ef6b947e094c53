import type { FilingSnapshot } from '@beian/contracts';
import { newId } from '@beian/platform';
import { later } from '../filing-builders.spec-helper';
import { Bench } from '../verification.spec-helper';
import { bookCall, callSlots } from './book-call';
import { callTimes } from './call-times';
import { joinDifference } from './join-difference';
import { callsOf, logCall, readCalls } from './log-call';
import { readForStaff } from './read-reasons';

describe('the desk beside the decisions', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  const inReview = async (): Promise<FilingSnapshot> => (await bench.aFilingInReview()).review;
  const book = (filing: FilingSnapshot, startsAt: string) =>
    bookCall(bench.deps, {
      filingId: filing.filingId,
      actor: filing.owner,
      administrator: 'subject-administrator',
      startsAt,
    });
  const log = (filing: FilingSnapshot, changes: Partial<Parameters<typeof logCall>[1]> = {}) =>
    logCall(bench.deps, {
      filingId: filing.filingId,
      actor: newId(),
      messageId: newId(),
      administrator: 'subject-administrator',
      outcome: 'no-answer',
      ...changes,
    });

  describe('booking a half hour for a call (D18)', () => {
    it('offers office hours of workdays only, over a weekend and the Dragon Boat holiday', () => {
      const friday = Date.parse('2018-06-15T08:40:00.000Z'); // 16:40 in Shanghai; Monday the 18th was a holiday
      const times = callTimes(friday).map(({ startsAt }) => new Date(startsAt).toISOString());
      expect(times.slice(0, 3)).toEqual([
        '2018-06-15T09:00:00.000Z',
        '2018-06-15T09:30:00.000Z',
        '2018-06-19T01:00:00.000Z',
      ]);
      expect(times.at(-1)).toBe('2018-06-19T09:30:00.000Z');
    });

    it('gives a half hour to as many as there are seats, and moves an earlier booking of the same filing', async () => {
      const startsAt = '2018-06-19T01:00:00.000Z';
      const filings = [await inReview(), await inReview(), await inReview()];
      const answers = await Promise.allSettled(filings.map((filing) => book(filing, startsAt)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      const lost = answers.findIndex(({ status }) => status === 'rejected');
      expect(answers[lost]).toMatchObject({ reason: { code: 'already-decided' } });
      const [first, last] = [filings[lost === 0 ? 1 : 0], filings[lost]];
      if (first === undefined || last === undefined) throw new Error('three filings');

      const moved = await book(first, '2018-06-19T01:30:00.000Z');
      expect((await callSlots(bench.deps, first.filingId)).booked).toEqual(moved);
      const { free } = await callSlots(bench.deps, last.filingId);
      expect(free.map((slot) => slot.startsAt)).toContain(startsAt);
      expect(await book(last, startsAt)).toMatchObject({ state: 'booked', endsAt: '2018-06-19T01:30:00.000Z' });
    });

    it('refuses a half hour that is not offered, and any stage but the review', async () => {
      const filing = await inReview();
      for (const never of ['2018-06-18T01:00:00.000Z', '2018-06-19T01:10:00.000Z', '2018-06-15T01:00:00.000Z']) {
        await expect(book(filing, never)).rejects.toMatchObject({ code: 'invalid-request' });
      }
      await book(filing, '2018-06-19T03:00:00.000Z');
      await bench.activities.recordEnd({ snapshot: later(filing, { stage: 'withdrawn', waitingOn: 'nobody' }) });
      await expect(book(filing, '2018-06-19T03:30:00.000Z')).rejects.toMatchObject({ code: 'not-allowed-now' });
      expect(await callSlots(bench.deps, filing.filingId)).toEqual({ free: [] });
    });
  });

  describe('the call log', () => {
    it('keeps a call once per request, uses the booked half hour, and seals the note', async () => {
      const filing = await inReview();
      const { slotId } = await book(filing, '2018-06-15T02:30:00.000Z');
      const early = await log(filing, { note: '占线' });
      expect(early.calls[0]).not.toHaveProperty('slotId');
      bench.clock.forward(31);
      const made = { messageId: newId(), outcome: 'reached', note: '已核实张三身份' } as const;
      await log(filing, made);
      const { calls, booked } = await log(filing, made);
      expect(calls).toMatchObject([{ outcome: 'no-answer' }, { outcome: 'reached', slotId, note: '已核实张三身份' }]);
      expect(booked).toBeUndefined();
      const rows = await bench.rows<{ note: Buffer }>('SELECT note FROM call WHERE filing_id = $1', [filing.filingId]);
      expect(Buffer.concat(rows.map(({ note }) => note)).toString()).not.toContain('张三');
    });

    it('is not written by the owner, and leaves an audit entry for whoever reads it', async () => {
      const filing = await inReview();
      await expect(log(filing, { actor: filing.owner })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(callsOf(bench.deps, filing.filingId)).resolves.toEqual({ calls: [] });
      const reader = newId();
      await readCalls(bench.deps, filing.filingId, reader);
      const seen = await bench.rows<{ entry: string }>(`SELECT entry FROM audit WHERE action = 'calls-read'`);
      expect(seen.some(({ entry }) => entry.includes(reader))).toBe(true);
    });
  });

  describe('what changed between two submissions (row 23)', () => {
    const siteIds = [newId(), newId()];
    const changed = (pointer: string) => ({ pointer, change: 'changed' as const, before: 'a', after: 'b' });
    const reasonsGiven = async (filing: FilingSnapshot, pointers: readonly string[]) => {
      const { reasons, database } = bench.deps;
      const given = pointers.map((pointer) => ({ code: 'SITE_NAME', pointer, text: '张三' }));
      const { filingId, submission, at } = filing;
      await database.transaction((tx) => reasons.add(tx, { filingId, submission, by: 'provider', reasons: given, at }));
    };

    it('says fixed or not touched per reason, and which changes nobody asked for', async () => {
      const filing = await inReview();
      await reasonsGiven(filing, [
        '/sites/1/name',
        '/sites/0',
        '/subject/administrators/subject-administrator/mobile',
        '/documents/subject-certificate',
      ]);
      const reader = newId();
      const told = await joinDifference(bench.deps, filing.filingId, {
        actor: reader,
        from: 1,
        to: 2,
        siteIds,
        changes: [
          changed(`/sites/${siteIds[1]}/name`),
          changed('/subject/administrators/subject-administrator/email'),
          changed('/documents/subject-certificate'),
        ],
      });
      expect(told.reasons.map(({ pointer, outcome }) => [pointer, outcome])).toEqual([
        ['/sites/1/name', 'fixed'],
        ['/sites/0', 'not-touched'],
        ['/subject/administrators/subject-administrator/mobile', 'not-touched'],
        ['/documents/subject-certificate', 'fixed'],
      ]);
      expect(told.unasked).toEqual(['/subject/administrators/subject-administrator/email']);
      const seen = await bench.rows<{ entry: string }>(`SELECT entry FROM audit WHERE action = 'reasons-read'`);
      expect(seen.some(({ entry }) => entry.includes(reader))).toBe(true);
    });

    it('counts a changed list for a reason about one of its items, and leaves other submissions out', async () => {
      const filing = await inReview();
      await reasonsGiven(filing, [`/sites/${siteIds[0]}/domains/0`, '/']);
      const domains = changed(`/sites/${siteIds[0]}/domains`);
      const ask = (from: number, to: number) =>
        joinDifference(bench.deps, filing.filingId, { actor: newId(), from, to, siteIds, changes: [domains] });
      expect((await ask(1, 2)).reasons.map(({ outcome }) => outcome)).toEqual(['fixed', 'fixed']);
      expect((await ask(2, 3)).reasons).toEqual([]);
    });
  });

  it('opens sealed reasons to staff only together with an audit entry (A20)', async () => {
    const filing = await inReview();
    const reader = newId();
    await readForStaff(bench.deps, filing.filingId, reader);
    const rows = await bench.rows<{ entry: string }>(
      `SELECT entry FROM audit WHERE action = 'reasons-read' AND object = $1`,
      [`filing/${filing.filingId}`],
    );
    expect(rows.map(({ entry }) => (JSON.parse(entry) as { actor: string }).actor)).toEqual([reader]);
  });
});
