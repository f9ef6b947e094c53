import type { FilingViews, OrderView, RecordView, RunView, Stage } from '@beian/contracts';
import { judge } from './judge';

const record: RecordView = {
  filingId: 'F',
  version: 7,
  stage: 'authority-review',
  submission: 1,
  ageSeconds: 3_600,
  undelivered: 0,
  orders: [{ submission: 1, ours: 'accepted', theirs: 'under-review', transactionId: 'T', theirTransactionId: 'T' }],
};
const run: RunView = {
  filingId: 'F',
  state: 'running',
  runId: 'R',
  version: 7,
  stage: 'authority-review',
  submission: 1,
};
const part = { filingId: 'F', held: [1], granted: false };
const healthy: FilingViews = {
  record,
  run,
  projection: { filingId: 'F', version: 7 },
  subject: part,
  website: part,
  papers: { filingId: 'F', sealed: [1], damaged: [] },
};
const ended: FilingViews = {
  ...healthy,
  record: { ...record, stage: 'withdrawn', orders: [] },
  run: { filingId: 'F', state: 'ended', runId: 'R' },
  subject: { ...part, held: [] },
  website: { ...part, held: [] },
  papers: { filingId: 'F', sealed: [], damaged: [] },
};
const granted: FilingViews = {
  ...ended,
  record: { ...record, stage: 'granted', orders: [] },
  subject: { ...part, held: [], granted: true },
  website: { ...part, held: [], granted: true },
  papers: { filingId: 'F', sealed: [1], damaged: [] },
};
const withOrder = (order: Partial<OrderView>, stage: Stage = 'returned'): FilingViews => ({
  ...healthy,
  record: { ...record, stage, orders: [{ submission: 1, ours: 'accepted', theirs: 'none', ...order }] },
});
const found = (views: FilingViews) => judge(views).map(({ kind, repair }) => `${kind} ${repair?.by ?? 'person'}`);

describe('judging one filing', () => {
  it.each<[string, FilingViews]>([
    ['in flight', healthy],
    ['ended', ended],
    ['granted', granted],
    ['a record that the read model is ahead of', { ...healthy, projection: { filingId: 'F', version: 8 } }],
    ['an authority that is away', { ...healthy, record: { ...record, orders: 'away' } }],
    ['a hand-over without an answer yet', withOrder({ ours: 'intended', theirs: 'under-review' }, 'hand-over')],
    ['an order that was called back', withOrder({ ours: 'cancelled', theirs: 'cancelled' })],
    ['an order that was never sent', withOrder({ ours: 'intended', theirs: 'none' })],
    ['a rejected order', withOrder({ ours: 'rejected', theirs: 'none' })],
    [
      'an answer on its way',
      { ...withOrder({ outcome: 'granted' }, 'authority-review'), record: { ...record, undelivered: 1 } },
    ],
  ])('finds nothing in %s', (_, views) => {
    expect(judge(views)).toEqual([]);
  });

  it.each<[string, FilingViews]>([
    ['projection-behind fold-projection', { ...healthy, projection: { filingId: 'F', version: 6 } }],
    ['projection-behind record-next', { ...healthy, run: { ...run, version: 8 } }],
    ['projection-behind person', { ...healthy, run: { ...run, version: 9 } }],
    ['run-missing revive-run', { ...healthy, run: { filingId: 'F', state: 'broken', runId: 'R' } }],
    ['run-missing person', { ...healthy, run: { filingId: 'F', state: 'gone' } }],
    ['run-missing person', { ...healthy, run: { ...run, version: 5 } }],
    ['held-after-end unlock-subject', { ...ended, subject: part }],
    ['held-after-end release-website', { ...ended, website: part }],
    ['held-after-end unseal-documents', { ...ended, papers: { filingId: 'F', sealed: [1], damaged: [] } }],
    ['held-after-end person', { ...granted, website: { ...part, granted: true } }],
    ['register-unwritten register-subject', { ...granted, subject: part }],
    ['register-unwritten register-website', { ...granted, website: part }],
    [
      'paper-damaged note-lost',
      { ...healthy, papers: { filingId: 'F', sealed: [1], damaged: [{ versionId: 'V', fault: 'altered' }] } },
    ],
    ['answer-unheard hear-answer', withOrder({ theirs: 'granted' }, 'authority-review')],
    ['answer-unheard deliver-answer', withOrder({ outcome: 'rejected', theirs: 'rejected' }, 'authority-review')],
    ['order-mismatch person', withOrder({ theirs: 'none' }, 'authority-review')],
    ['order-mismatch person', withOrder({ theirs: 'under-review', transactionId: 'T', theirTransactionId: 'U' })],
    ['order-mismatch call-back', withOrder({ ours: 'cancelled', theirs: 'under-review' })],
    ['order-mismatch call-back', withOrder({ ours: 'intended', theirs: 'under-review' })],
    ['order-mismatch person', withOrder({ ours: 'none', theirs: 'under-review' })],
    // what the filing waits for is not called back
    ['order-mismatch person', withOrder({ ours: 'cancelled', theirs: 'under-review' }, 'authority-review')],
  ])('finds %s', (expected, views) => {
    expect(found(views)).toEqual([expected]);
  });
});
