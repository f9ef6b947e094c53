import { stages, waitingOnList } from '@beian/contracts';
import { currentDetails } from './current-details';
import { aRecord } from './specs/a-record.spec-helper';
import type { FilingState } from './state';

const at = '2018-06-12T10:00:00.000Z';
const reasons = Array.from({ length: 100 }, (_, i) => ({
  id: `r${i}`,
  code: `A_LONG_REASON_CODE_${i}`,
  pointer: '/x',
}));

const pages = {
  filing: 'https://beian.example/v1/filings/01J000000000000000000F1L1N',
  trace: 'https://traces.example/search?tags=01J000000000000000000F1L1N',
  dashboard: 'https://grafana.example/d/beian-filings',
};

/** The most that can be shown: every flag, a long ledger, many reasons. */
const crowded: Partial<FilingState> = {
  submission: 9,
  tried: 9,
  deadline: {
    kind: 'authority-range',
    from: at,
    at,
    provisional: true,
    source: 'rules.md 9.1; pack 2018-06; '.repeat(5),
  },
  flags: { overdue: true, provisional: true, onHold: true, rePlanned: true, cancelRefused: true },
  because: 'authority-rejected',
  reasons,
  ledger: Array.from({ length: 30 }, (_, i) => ({ undo: 'cancel-authority-order', submission: i, state: 'parked' })),
  told: [1, 2, 3].map(() => ({ at, text: 'x'.repeat(100) })),
  unusable: 12_000,
};

describe('the current details', () => {
  it.each(stages.flatMap((stage) => waitingOnList.map((waitingOn) => ({ stage, waitingOn }))))(
    'stay under 2 KB in $stage, waiting on $waitingOn, with all there is to show',
    ({ stage, waitingOn }) => {
      const record = aRecord({ ...crowded, stage, waitingOn });
      const text = currentDetails(record.snapshot(), { ...record.state, pages });
      expect(Buffer.byteLength(text)).toBeLessThan(2_048);
    },
  );

  it('say where it stands, who must act, by when in both times, and what may be sent', () => {
    const deadline = { kind: 'review', at, provisional: false, source: 'rules.md 7; pack 2018-06' } as const;
    const record = aRecord({ stage: 'provider-review', waitingOn: 'provider', submission: 1, deadline });
    const text = currentDetails(record.snapshot(), { told: [], unusable: 0, pages });
    expect(text).toContain('接入商初审 provider-review');
    expect(text).toContain('**接入商 provider**');
    expect(text).toContain('review 2018-06-12 18:00 CST (2018-06-12T10:00:00.000Z)');
    expect(text).toContain('- `decideReview` `{"messageId":"m1","decision":"approve","reasons":[]}`');
    expect(text).not.toContain('`submit`');
    expect(text).toContain(`[备案 Filing](${pages.filing})`);
  });
});
