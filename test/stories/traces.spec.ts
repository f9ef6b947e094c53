import { randomBytes } from 'node:crypto';
import { enterpriseInTianjin } from '@beian/infra';
import { canariesOf, found } from './canaries';
import { Journey } from './journey';
import { theScene } from './scene';
import { TraceCollector, type Span } from './trace-collector';

/** Where the stack sends its spans; `launch-stack.cjs` chooses it. A stack launched by hand needs it named as well. */
const address = process.env['BEIAN_STORY_COLLECTOR'];
const whereTraced = address === undefined ? describe.skip : describe;

/** From the request to the message about it, each by the process that does it. */
const wanted = [
  /^gateway: POST .*submit$/,
  /^subject: activity pinSubject$/,
  /^documents: activity pinDocuments$/,
  /^verification: activity openReview$/,
  /^verification: publish filing-moved$/,
  /^gateway: consume filing-moved$/,
  /^notification: consume filing-moved$/,
];

whereTraced('one trace of one submission (features.md 42)', () => {
  let collector: TraceCollector;
  let journey: Journey;
  let spans: readonly Span[];
  const traceId = randomBytes(16).toString('hex');
  const rootId = randomBytes(8).toString('hex');

  beforeAll(async () => {
    collector = await TraceCollector.at(address ?? '');
    journey = await Journey.begin(theScene(), enterpriseInTianjin());
    await journey.applicant.api.must('POST', `/v1/filings/${journey.filingId}/submit`, {
      headers: { traceparent: `00-${traceId}-${rootId}-01` },
    });
    await journey.untilStage('provider-review');
    spans = await collector.trace(traceId, wanted, 30);
  }, 120_000);
  afterAll(() => collector.close());

  it('goes from the request through Temporal, the activities and the outbox to the consumers', () => {
    const seen = spans.map(({ service, name }) => `${service}: ${name}`);
    expect(wanted.filter((one) => !seen.some((line) => one.test(line)))).toEqual([]);
    const known = new Set([rootId, ...spans.map(({ spanId }) => spanId)]);
    expect(spans.filter(({ parentSpanId }) => !known.has(parentSpanId ?? ''))).toEqual([]);
  });

  it('has only one trace: what nobody asked to trace is not sent', () => {
    expect(new Set(collector.spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
  });

  it('ends where a timer begins, and names the workflow instead of holding it', () => {
    expect(spans.filter(({ name }) => /workflow/i.test(name))).toEqual([]);
    expect(Buffer.concat(collector.bytes).includes(`filing-${journey.filingId}`)).toBe(true);
  });

  it('rel S9 holds nothing personal', () => {
    expect(found(canariesOf(journey.form), Buffer.concat(collector.bytes))).toEqual([]);
  });
});
