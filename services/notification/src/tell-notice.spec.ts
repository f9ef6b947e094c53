import type { Event } from '@beian/platform';
import type { FilingSnapshot } from '@beian/contracts';
import { addressDue } from './message-sender';
import { deliverNext } from './deliver-message';
import { aSnapshot, Bench } from './notification.spec-helper';
import { remindPublicSecurity } from './remind-public-security';
import { hearFilingMoved, remind } from './tell-notice';

jest.setTimeout(60_000);

describe('telling a notice', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  const hear = (snapshot: FilingSnapshot, dossier?: Event['data']) =>
    bench.db.database.transaction((tx) =>
      hearFilingMoved(bench.deps.notices, { data: { snapshot, ...(dossier ? { dossier } : {}) }, at: snapshot.at }, tx),
    );
  const kindsOf = async ({ filingId }: FilingSnapshot) =>
    (
      await bench.db.database.query<{ kind: string }>(
        'SELECT kind FROM notice WHERE filing_id = $1 ORDER BY notice_id',
        [filingId],
      )
    ).map(({ kind }) => kind);
  const sendAll = async () => {
    await addressDue(bench.deps);
    while (await deliverNext(bench.deps));
  };
  const contacts = async (filingId: string, people: readonly object[], submission = 1) =>
    bench.dossiers.put({
      recipient: 'notification',
      filingId,
      submission,
      content: { part: 'contacts', contacts: people, language: 'zh' },
    });
  const admin = (mobile: string, email?: string, administrator = 'subject-administrator') => ({
    administrator,
    name: '王小明',
    mobile,
    ...(email === undefined ? {} : { email }),
  });

  it('tells each version once and ignores one that is older than the last (I-12)', async () => {
    const first = aSnapshot({ version: 4 });
    await hear(first);
    await hear(first);
    await hear({ ...first, version: 3, stage: 'returned' });
    expect(await kindsOf(first)).toEqual(['submitted']);
    await hear({ ...first, version: 5, stage: 'identity-check' });
    expect(await kindsOf(first)).toEqual(['submitted', 'review-passed']);
  });

  it('finds granted filings that were not reminded of the public-security filing by day 20, and tells each once', async () => {
    const deadline = {
      kind: 'public-security',
      at: '2018-07-31T02:00:00.000Z',
      provisional: false,
      source: 'x',
    } as const;
    const granted = () => aSnapshot({ version: 9, stage: 'granted', deadline });
    const [missed, reminded, waiting] = [granted(), granted(), granted()];
    for (const one of [missed, reminded]) await hear(one);
    await hear({ ...waiting, deadline: { ...deadline, at: '2018-07-31T02:00:00.001Z' } });
    const byItsClock = { kind: 'public-security-due', occasion: 'granted', at: '2018-07-21T02:00:00.000Z' } as const;
    await remind(bench.deps.notices, { ...byItsClock, filingId: reminded.filingId, snapshot: reminded });
    const round = { at: '2018-07-21T02:00:00.000Z' };
    expect(await remindPublicSecurity(bench.deps.notices, round)).toEqual({ reminded: 1, left: 0 });
    expect(await remindPublicSecurity(bench.deps.notices, round)).toEqual({ reminded: 0, left: 0 });
    await remind(bench.deps.notices, { ...byItsClock, filingId: missed.filingId, snapshot: missed });
    for (const one of [missed, reminded]) expect(await kindsOf(one)).toEqual(['granted', 'public-security-due']);
    expect(await kindsOf(waiting)).toEqual(['granted']);
  });

  it('tells once of a date that a changed calendar moved, however often it is heard (features 31)', async () => {
    const deadline = { kind: 'review', at: '2018-06-04T10:00:00.000Z', provisional: true, source: 'x' } as const;
    const first = aSnapshot({ version: 4, deadline });
    const flags = { ...first.flags, rePlanned: true };
    const moved = { ...first, version: 5, flags, deadline: { ...deadline, at: '2018-06-05T10:00:00.000Z' } };
    for (const snapshot of [first, moved, moved, { ...moved, version: 6 }]) await hear(snapshot);
    expect(await kindsOf(first)).toEqual(['submitted', 'deadline-moved']);
  });

  it('reaches both administrators by mail and SMS, and the account in-app (rules.md 7)', async () => {
    const returned = aSnapshot({
      stage: 'returned',
      because: 'reviewer',
      reasons: [{ id: 'r', code: 'DOC_QUALITY', pointer: '/documents/x' }],
    });
    const dossier = await contacts(returned.filingId, [
      admin('13812348001', 'wang@example.com'),
      admin('13912348002', 'li@example.com', 'site-administrator-1'),
    ]);
    await hear(returned, dossier);
    await sendAll();
    const mails = bench.mail.mails.filter(({ text }) => text.includes(returned.filingId.slice(-8)));
    expect(mails.map(({ to }) => to).sort()).toEqual(['li@example.com', 'wang@example.com']);
    expect(mails[0]?.subject).toContain('初审退回');
    const texts = bench.carrier.messages.filter(({ text }) => text.includes(returned.filingId.slice(-8)));
    expect(texts.map(({ to }) => to).sort()).toEqual(['13812348001', '13912348002']);
    expect(texts[0]).toMatchObject({ signature: '备案系统', text: expect.stringContaining('1 条理由') as string });
    const [inApp] = await bench.deps.notices.ofAccount(returned.owner, { limit: 5 });
    expect(inApp?.kind).toBe('returned');
  });

  it('sends one message to two administrators who share a phone', async () => {
    const moved = aSnapshot({ stage: 'identity-check' });
    const people = [admin('13812348003'), admin('138 1234 8003', undefined, 'site-administrator-1')];
    await hear(moved, await contacts(moved.filingId, people));
    await sendAll();
    expect(bench.carrier.messages.filter(({ to }) => to === '13812348003')).toHaveLength(1);
  });

  it('still knows the administrators when the dossier went with its submission', async () => {
    const first = aSnapshot();
    const dossier = await contacts(first.filingId, [admin('13812348004', 'gone@example.com')]);
    await hear(first, dossier);
    await sendAll();
    await bench.dossiers.remove(dossier);
    await hear({ ...first, version: 9, stage: 'returned', because: 'reviewer' });
    await sendAll();
    expect(bench.mail.mails.filter(({ to }) => to === 'gone@example.com')).toHaveLength(2);
  });

  it('falls back to the account where a dossier cannot be read, and tells nobody where there is no account', async () => {
    const moved = aSnapshot({ stage: 'lapsed' });
    await bench.db.database.transaction((tx) =>
      bench.deps.contacts.saveAccount(tx, moved.owner, {
        contact: { recipient: 'account', email: 'me@example.com' },
        language: 'en',
        at: new Date(),
      }),
    );
    await hear(moved, { recipient: 'notification', key: `${moved.filingId}/1/none`, sha256: '0'.repeat(64) });
    await hear(aSnapshot({ stage: 'lapsed' }));
    await sendAll();
    const [mail] = bench.mail.mails.filter(({ to }) => to === 'me@example.com');
    expect(mail?.subject).toMatch(/^ICP filing/);
  });

  it('keeps no address and no name in clear, in no table (S9)', async () => {
    const moved = aSnapshot({ stage: 'granted' });
    await hear(moved, await contacts(moved.filingId, [admin('13700007777', 'canary@example.com')]));
    await sendAll();
    for (const table of ['notice', 'filing', 'delivery', 'account_contact', 'audit', 'outbox']) {
      const rows = await bench.db.database.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/13700007777|canary@|王小明/);
    }
  });

  it('reminds once per filing, kind and occasion, however often the activity is tried', async () => {
    const snapshot = aSnapshot({ stage: 'draft', submission: 0 });
    const step = { filingId: snapshot.filingId, kind: 'idle' as const, occasion: '7', at: snapshot.at, snapshot };
    await Promise.all([remind(bench.deps.notices, step), remind(bench.deps.notices, step)]);
    await remind(bench.deps.notices, { ...step, occasion: '15' });
    expect(await kindsOf(snapshot)).toEqual(['idle', 'idle']);
  });

  it('a reminder that comes before the event of its stage does not swallow it', async () => {
    const snapshot = aSnapshot();
    await remind(bench.deps.notices, {
      filingId: snapshot.filingId,
      kind: 'review-half-time',
      occasion: '1',
      at: snapshot.at,
      snapshot,
    });
    await hear(snapshot);
    expect(await kindsOf(snapshot)).toEqual(['staff-review-half-time', 'submitted']);
  });

  it.each([
    ['review-half-time', 'deputy@provider.example'],
    ['review-overdue', 'lead@provider.example'],
    ['hand-over-overdue', 'staff@provider.example'],
  ] as const)('tells of %s at %s, and not the applicant (features 32)', async (kind, address) => {
    const snapshot = aSnapshot();
    await remind(bench.deps.notices, {
      filingId: snapshot.filingId,
      kind,
      occasion: '1',
      at: snapshot.at,
      snapshot,
    });
    await sendAll();
    const [mail] = bench.mail.mails.filter(({ text }) => text.includes(snapshot.filingId.slice(-8)));
    expect(mail?.to).toBe(address);
    expect(await bench.deps.notices.ofAccount(snapshot.owner, { limit: 5 })).toEqual([]);
    expect(await bench.deps.deliveries.ofFiling(snapshot.filingId)).toEqual([]);
  });

  it('refuses an event whose data is not a move, so that it is set aside (F-K5)', async () => {
    const tell = bench.db.database.transaction((tx) =>
      hearFilingMoved(
        bench.deps.notices,
        { data: { snapshot: { ...aSnapshot(), mobile: '13800000000' } }, at: '2018-06-01T00:00:00.000Z' },
        tx,
      ),
    );
    await expect(tell).rejects.toThrow();
  });
});
