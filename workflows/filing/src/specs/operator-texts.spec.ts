import { filingActions, searchAttributes, type FilingSnapshot, type Stage, type WaitingOn } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { inShanghai } from '../deadlines';
import { edges, walked } from './edges.spec-helper';
import { operatorTexts, type OperatorTexts } from './operator-texts.spec-helper';
import type { FilingOutside } from './outside.spec-helper';
import { TestBench } from './test-bench.spec-helper';
import { toIdentityCheck } from './to-stage.spec-helper';

const pages = {
  filing: 'https://beian.example/v1/filings/F1',
  trace: 'https://traces.example/F1',
  dashboard: 'https://grafana.example/d/filings',
};
const ascii = /^[\x20-\x7e]+$/;

/** Whose turn it is in a stage that nothing has changed yet. */
const turnOf: Readonly<Record<Stage, WaitingOn>> = {
  draft: 'applicant',
  'provider-review': 'provider',
  returned: 'applicant',
  'identity-check': 'applicant',
  'hand-over': 'system',
  'phone-verification': 'applicant',
  'authority-review': 'authority',
  granted: 'applicant',
  refused: 'nobody',
  withdrawn: 'nobody',
  abandoned: 'nobody',
  lapsed: 'nobody',
};
const endings: readonly string[] = ['granted', 'refused', 'withdrawn', 'abandoned', 'lapsed'];

describe('what operators read of a filing in Temporal (features.md 3.2, 3.3)', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it.each(edges)('is whole after $from, in $to', async (edge) => {
    const { way } = edge;
    const filing = await bench.open({ pages, ...(way.pack === undefined ? {} : { pack: way.pack }) }, (outside) => {
      way.outside?.(outside);
      if (edge.to === 'hand-over') closeAuthority(outside, edge.from === 'returned' ? 2 : 1);
    });
    await way.walk(filing);
    await walked(edge, filing);
    if (endings.includes(edge.to)) await filing.handle.result();
    const snapshot = await filing.query();
    const called = filing.outside.calls.map(({ name }) => name);
    const texts = await operatorTexts(filing);
    expectSummary(texts);
    expectDetails(texts, snapshot);
    expectLabels(texts, called);
    expectHandlers(texts);
    expectAttributes(texts, snapshot);
    if (!endings.includes(edge.to)) await filing.end();
  });

  it('says at once that an operator holds it, and when the hold is over', async () => {
    const filing = await bench.open({ pages });
    await toIdentityCheck(filing);
    await filing.say(messages.hold);
    const held = await operatorTexts(filing);
    expect(held.searchAttributes).toMatchObject({ IcpStage: 'identity-check', IcpWaitingOn: 'operator' });
    expect(held.details).toContain('Flags: **onHold**');
    expect(held.details).toContain('`release` `{"messageId":"m1"}`');
    await filing.say(messages.release);
    expect((await operatorTexts(filing)).searchAttributes).toMatchObject({ IcpWaitingOn: 'applicant' });
    await filing.end();
  });

  it('shows the day of a clock that counts in working days on its timer', async () => {
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        planReview: async ({ at }) => ({
          deadline: { kind: 'review', at: hence(at, 24), provisional: false, workdays: 1, source: 'rules.md 7' },
          halfTimeAt: hence(at, 12),
          stuckAt: hence(at, 72),
          identityAfterReview: true,
        }),
      }),
    );
    await filing.say(messages.submit);
    await filing.forward(12 * 3_600_000);
    await filing.outside.until(() => filing.outside.named('remind').length === 1);
    await filing.say(messages.hold); // treated after the deputy was told
    const { labels, details } = await operatorTexts(filing);
    const { deadline } = await filing.query();
    const due = `provider review due ${inShanghai(deadline!.at)}, day 1 of 1`;
    expect(labels.filter(({ what }) => what === 'timer').map(({ text }) => text)).toContain(due);
    expect(details).toContain('1 个工作日 workdays');
    await filing.end();
  });
});

/** Keeps a filing in the hand-over, which it leaves by itself otherwise, from a submission on. */
function closeAuthority(outside: FilingOutside, submission: number): void {
  outside.answer({
    handOver: async (step) => {
      await outside.write(step);
      return step.snapshot.submission < submission
        ? { answer: 'accepted', transactionId: 't1' }
        : { answer: 'later', retryAfterSeconds: 86_400 };
    },
  });
}

const hence = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();

function expectSummary({ summary }: OperatorTexts): void {
  expect(summary).toBe('FIRST - 12 - enterprise');
  expect(summary).toMatch(ascii);
  expect(Buffer.byteLength(summary!)).toBeLessThan(120);
}

function expectDetails({ details }: OperatorTexts, snapshot: FilingSnapshot): void {
  expect(Buffer.byteLength(details)).toBeLessThan(2_048);
  expect(details).toMatch(new RegExp(`^### \\S+ ${snapshot.stage}\n`));
  expect(details).toContain(`Waiting on: **`);
  expect(details).toContain(`${snapshot.waitingOn}**`);
  const { deadline } = snapshot;
  if (deadline !== undefined) {
    expect(details).toContain(`${deadline.kind} `);
    expect(details).toContain(`${inShanghai(deadline.at)} (${deadline.at})`);
    expect(details).toContain(deadline.source);
  }
  expect(details).toContain(`Submission ${snapshot.submission} · 规则 Rules ${snapshot.pack}, ${snapshot.asOf}`);
  expect(details).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d CST 写入 Written/);
  for (const address of Object.values(pages)) expect(details).toContain(`](${address})`);
  expect(details).toMatch(new RegExp(`最近 Last\n- .* CST .*${snapshot.stage}`, 's'));
  const [, offered = ''] = details.split('Updates that may be sent');
  for (const [, action, body] of offered.matchAll(/^- `(\w+)` `(.+)`$/gm)) {
    expect(filingActions).toContain(action);
    expect(JSON.parse(body!)).toMatchObject({ messageId: 'm1' });
  }
  expect(offered.match(/^- /gm)?.length ?? 0).toBe(
    endings.includes(snapshot.stage) ? 0 : (offered.match(/`\{/g) ?? []).length,
  );
  expect(details).not.toMatch(/<[a-z]|!\[/i); // the UI shows neither HTML nor pictures
}

function expectLabels({ labels }: OperatorTexts, called: readonly string[]): void {
  const wrong = labels.filter(({ text }) => text === undefined || !ascii.test(text) || text.length > 120);
  expect(wrong).toEqual([]);
  const timers = labels.filter(({ what }) => what === 'timer');
  expect(timers.filter(({ text }) => !/ \d{4}-\d\d-\d\d \d\d:\d\d CST/.test(text!))).toEqual([]);
  const labelled = new Set(labels.filter(({ what }) => what === 'activity').map(({ name }) => name));
  expect(called.filter((name) => !name.startsWith('plan') && !labelled.has(name))).toEqual([]);
  expect(labels.some(({ what }) => what === 'local activity')).toBe(true);
}

/** Every message that contracts declare has a handler with a description: who sends it, when refused, a body that parses. */
function expectHandlers({ handlers }: OperatorTexts): void {
  const declared = Object.values(messages).filter((one) => typeof one === 'object' && 'type' in one && 'name' in one);
  for (const kind of ['update', 'signal', 'query'] as const) {
    const names = declared.filter(({ type }) => type === kind).map(({ name }) => name as string);
    expect(Object.keys(handlers[kind]).sort()).toEqual(names.sort());
  }
  for (const [name, description] of Object.entries({ ...handlers.update, ...handlers.signal })) {
    const [, body = ''] = /Body: (\{.*\})$/.exec(description) ?? [];
    expect({ name, body: JSON.parse(body || 'null') }).toMatchObject({ name, body: { messageId: 'm1' } });
    expect(description.length).toBeGreaterThan(40);
  }
  const refusable = Object.entries(handlers.update).filter(([name]) => name !== 'open');
  expect(refusable.filter(([, text]) => !/Refused /.test(text)).map(([name]) => name)).toEqual([]);
  expect(handlers.query['getFiling']).toMatch(/\w{4}/);
}

function expectAttributes({ searchAttributes: shown }: OperatorTexts, snapshot: FilingSnapshot): void {
  const { stage, flags, deadline, submission, reasons, pack } = snapshot;
  expect(snapshot.waitingOn).toBe(turnOf[stage]);
  const { IcpReasonCodes: codes, ...others } = shown;
  expect(others).toEqual({
    IcpStage: stage,
    IcpWaitingOn: snapshot.waitingOn,
    IcpProvince: '12',
    IcpFilingType: 'FIRST',
    IcpSubjectType: 'enterprise',
    IcpRulePack: pack,
    IcpAttempt: submission,
    IcpOverdue: flags.overdue,
    ...(deadline === undefined ? {} : { IcpDeadline: new Date(deadline.at) }),
    ...(endings.includes(stage) ? { IcpOutcome: stage } : {}),
  });
  if (reasons.length > 0) expect(codes).toEqual(['SITE_NAME']);
  expect(Object.keys(shown).filter((name) => !(name in searchAttributes))).toEqual([]);
}
