import { reminderKinds, returnCauses, stages, type FilingSnapshot } from '@beian/contracts';
import { decideNotices, factsOf, reminderNotices } from './decide-notices';
import { notices, type NoticeKind } from './notices';
import { aSnapshot } from './notification.spec-helper';

const reason = (id: string) => ({ id, code: 'DOC_QUALITY', pointer: '/documents/subject-certificate' });
const move = (from: Partial<FilingSnapshot>, to: Partial<FilingSnapshot>) =>
  decideNotices(aSnapshot(from), aSnapshot(to));

describe('what a move of a filing tells', () => {
  it.each<[FilingSnapshot['stage'], FilingSnapshot['stage'], NoticeKind]>([
    ['draft', 'provider-review', 'submitted'],
    ['provider-review', 'returned', 'returned'],
    ['provider-review', 'identity-check', 'review-passed'],
    ['provider-review', 'hand-over', 'handing-over'],
    ['provider-review', 'refused', 'refused'],
    ['provider-review', 'withdrawn', 'withdrawn'],
    ['identity-check', 'hand-over', 'photo-accepted'],
    ['returned', 'hand-over', 'handing-over'],
    ['returned', 'provider-review', 'submitted'],
    ['hand-over', 'phone-verification', 'phone-codes-sent'],
    ['hand-over', 'authority-review', 'handed-over'],
    ['phone-verification', 'authority-review', 'phones-confirmed'],
    ['authority-review', 'granted', 'granted'],
    ['draft', 'abandoned', 'abandoned'],
    ['returned', 'lapsed', 'lapsed'],
  ])('from %s to %s: %s', (from, to, told) => {
    expect(move({ stage: from }, { stage: to })).toEqual([told]);
  });

  it.each(returnCauses.map((because) => [because]))('a return because of %s says so', (because) => {
    const [told] = move({ stage: 'authority-review' }, { stage: 'returned', because });
    expect(told).toBe(because === 'reviewer' ? 'returned' : because);
  });

  it('tells nothing of a draft that was opened, and nothing of a version that changes no fact', () => {
    expect(decideNotices(undefined, aSnapshot({ stage: 'draft' }))).toEqual([]);
    expect(move({ stage: 'returned', reasons: [reason('a')] }, { stage: 'returned', reasons: [reason('a')] })).toEqual(
      [],
    );
    for (const stage of stages)
      expect(move({ stage }, { stage, flags: { ...aSnapshot().flags, overdue: true } })).toEqual([]);
  });

  it('tells a filing that it hears of for the first time where it stands', () => {
    expect(decideNotices(undefined, aSnapshot({ stage: 'identity-check' }))).toEqual(['review-passed']);
  });

  it('tells of a resubmission into the same stage as of a new submission', () => {
    expect(move({ submission: 1 }, { submission: 2 })).toEqual(['submitted']);
  });

  it('tells of reasons that were added while the applicant has it', () => {
    const told = move(
      { stage: 'returned', reasons: [reason('a')] },
      { stage: 'returned', reasons: [reason('a'), reason('b')] },
    );
    expect(told).toEqual(['reasons-added']);
  });

  it('tells of each photo that was refused, and of the parcel', () => {
    const identity = { methods: ['backdrop'] as const, method: 'backdrop' as const };
    const step = (from: object, to: object) =>
      move(
        { stage: 'identity-check', identity: { ...identity, ...from } },
        { stage: 'identity-check', identity: { ...identity, ...to } },
      );
    expect(step({ photo: 'under-review' }, { photo: 'refused' })).toEqual(['photo-refused']);
    expect(step({ photo: 'refused' }, { photo: 'refused' })).toEqual([]);
    expect(step({ parcel: 'ordered' }, { parcel: 'shipped' })).toEqual(['backdrop-shipped']);
    expect(step({ parcel: 'shipped' }, { parcel: 'lost' })).toEqual(['backdrop-lost']);
  });

  it('tells of a date that the calendar moved', () => {
    const deadline = {
      kind: 'authority-range' as const,
      at: '2018-07-01T10:00:00.000Z',
      provisional: false,
      source: 'x',
    };
    const flags = { ...aSnapshot().flags, rePlanned: true };
    const told = move({ deadline }, { deadline: { ...deadline, at: '2018-07-02T10:00:00.000Z' }, flags });
    expect(told).toEqual(['deadline-moved']);
  });

  it('tells of a range whose earliest day alone moved (31), and not of one that stayed', () => {
    const range = { kind: 'authority-range' as const, at: '2018-07-01T10:00:00.000Z', provisional: false, source: 'x' };
    const from = '2018-06-07T10:00:00.000Z';
    const flags = { ...aSnapshot().flags, rePlanned: true };
    const moved = { ...range, from: '2018-06-08T10:00:00.000Z' };
    expect(move({ deadline: { ...range, from } }, { deadline: moved, flags })).toEqual(['deadline-moved']);
    expect(move({ deadline: { ...range, from }, flags }, { deadline: { ...range, from }, flags })).toEqual([]);
    expect(move({ deadline: range }, { deadline: moved, flags })).toEqual(['deadline-moved']);
  });

  it('has a notice for every reminder, and tells deputy and lead only of what is theirs', () => {
    for (const kind of reminderKinds) expect(reminderNotices[kind].length).toBeGreaterThan(0);
    expect(reminderNotices['review-half-time'].map((kind) => notices[kind].audience)).toEqual(['deputy']);
    expect(reminderNotices['review-overdue'].map((kind) => notices[kind].audience)).toEqual(['lead']);
    expect(reminderNotices['idle'].map((kind) => notices[kind].audience)).toEqual(['applicant']);
  });

  it.each([
    ['2018-06', '2018-06-01', 'access-and-cancel'],
    ['2019-07', '2019-07-29', 'access-and-cancel'],
    ['2020-08', '2020-09-01', 'access'],
  ] as const)(
    'tells at the first grant what the filing password is asked for (rules.md 9.4): %s',
    (pack, asOf, use) => {
      const of = (change: Partial<FilingSnapshot>) => factsOf(aSnapshot({ pack, asOf, stage: 'granted', ...change }));
      expect(of({ filingType: 'FIRST' }).filingPassword).toBe(use);
      expect(of({ filingType: 'ADD_SITE_HERE' })).not.toHaveProperty('filingPassword');
      expect(of({ filingType: 'FIRST', stage: 'authority-review' })).not.toHaveProperty('filingPassword');
    },
  );

  it('says ids, counts, days and public numbers, and nothing else', () => {
    const numbers = { subject: '津ICP备18000001号', sites: [{ siteId: 'x', number: '津ICP备18000001号-1' }] };
    expect(factsOf(aSnapshot({ filingId: 'F', reasons: [reason('a')], numbers }), '30')).toEqual({
      filingId: 'F',
      submission: 1,
      reasons: 1,
      day: 30,
      subjectNumber: '津ICP备18000001号',
      siteNumbers: ['津ICP备18000001号-1'],
    });
  });
});
