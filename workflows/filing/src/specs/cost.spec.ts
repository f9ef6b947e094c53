import type { AdministratorKey, DocumentFacts, SubjectFacts, WebsiteFacts } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { facts, numbers, type FilingOutside } from './outside.spec-helper';
import { ways } from './edges.spec-helper';
import { TestBench, type TestFiling } from './test-bench.spec-helper';
import { reason } from './to-stage.spec-helper';

/** The largest filing that is legal: twenty sites, each with ten domains and an administrator of its own (R10). */
const siteNumbers = Array.from({ length: 20 }, (_, i) => i + 1);
const hash = 'f'.repeat(64);
const person = (key: AdministratorKey) => ({
  key,
  phoneMark: hash,
  certificateMark: hash,
  legalRepresentative: false,
  fromProvince: true,
});
const largeSubject: SubjectFacts = {
  ...facts.subject,
  sha256: hash,
  administrators: [person('subject-administrator'), ...siteNumbers.map((n) => person(`site-administrator-${n}`))],
  personHolderMarks: siteNumbers.map((n) => ({ key: `site-administrator-${n}` as const, mark: hash })),
};
const largeWebsite: WebsiteFacts = {
  ...facts.website,
  sha256: hash,
  sites: siteNumbers.map((n) => ({
    siteId: `01J0000000000000000000S${String(n).padStart(3, '0')}`,
    domains: 10,
    administrator: `site-administrator-${n}` as const,
    preapprovals: ['news', 'publication'],
    holders: Array.from({ length: 10 }, () => 'subject' as const),
  })),
};
const largeDocuments: DocumentFacts = {
  ...facts.documents,
  sha256: hash,
  slots: siteNumbers.flatMap((n) =>
    ['id-front', 'id-back', 'statement', 'domain-certificate'].map((slot) => ({
      slot: `site-administrator-${slot}:site-administrator-${n}`,
      versionIds: ['01J0000000000000000000V001'],
    })),
  ),
};

const large = (outside: FilingOutside) =>
  outside.answer({
    pinSubject: async () => ({ ok: true, findings: [], facts: largeSubject }),
    pinWebsite: async () => ({ ok: true, findings: [], facts: largeWebsite }),
    pinDocuments: async () => ({ ok: true, findings: [], facts: largeDocuments }),
  });

interface Cost {
  readonly events: number;
  readonly activities: number;
  readonly timers: number;
  readonly upserts: number;
  readonly bytes: number;
  readonly largest: number;
}

async function costOf(filing: TestFiling): Promise<Cost> {
  const { events = [] } = await filing.handle.fetchHistory();
  const { historySize = 0 } = await filing.handle.describe();
  const count = (kind: string) => (events ?? []).filter((event) => event[kind as keyof typeof event] != null).length;
  const payloads = JSON.stringify(events).match(/"data":"[^"]*"/g) ?? [];
  return {
    events: events?.length ?? 0,
    activities: count('activityTaskScheduledEventAttributes'),
    timers: count('timerStartedEventAttributes'),
    upserts: count('upsertWorkflowSearchAttributesEventAttributes'),
    bytes: Number(historySize),
    largest: Math.max(...payloads.map((text) => (text.length * 3) / 4)),
  };
}

describe('what a filing costs', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  // Events come in at 99; a busy server splits workflow tasks and adds three events for each.
  it('is at most 110 events and 11 activities from draft to number without identity and phone stages', async () => {
    const filing = await bench.open({}, (outside) => {
      ways['provider-review']['hand-over'].outside?.(outside);
      ways['hand-over']['authority-review'].outside?.(outside);
    });
    await filing.say(messages.submit);
    await filing.say(messages.decideReview, { decision: 'approve', reasons: [] });
    await filing.outside.recorded(({ stage }) => stage === 'authority-review');
    await filing.tell(messages.authorityAnswered, { submission: 1, outcome: 'granted', reasons: [], numbers });
    await filing.outside.recorded(({ stage }) => stage === 'granted');
    await filing.forward(20 * 86_400_000);
    await filing.handle.result();
    const cost = await costOf(filing);
    expect(cost.events).toBeLessThanOrEqual(110);
    expect(cost.activities).toBeLessThanOrEqual(11);
    expect(cost.upserts).toBeLessThanOrEqual(5);
  });

  it('stays in its budget with twenty sites and ten resubmissions (R10, I-22)', async () => {
    const filing = await bench.open({}, large);
    await filing.say(messages.submit);
    for (let i = 0; i < 10; i += 1) {
      await filing.say(messages.decideReview, { decision: 'return', reasons: [reason] });
      await filing.say(messages.resubmit);
    }
    const cost = await costOf(filing);
    expect(cost.events).toBeLessThanOrEqual(2_000);
    expect(cost.bytes).toBeLessThanOrEqual(2_000_000);
    expect(cost.largest).toBeLessThanOrEqual(64_000);
    await filing.end();
  });
});
