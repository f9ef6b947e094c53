import { isHarmlessBatch, verdictOn } from './operator-writes';

const of = (method: string, path: string) => verdictOn(method, path).kind;
const filing = '/api/v1/namespaces/beian/workflows/filing-01J9';

describe('what an operator may send', () => {
  it.each([
    ['GET', filing],
    ['GET', '/namespaces/beian/workflows'],
    ['POST', `${filing}/query/__temporal_workflow_metadata`],
    ['POST', `${filing}/signal/calendarChanged`],
    ['POST', `${filing}/update/extendWindow`],
    ['POST', `${filing}/reset`],
    ['POST', `${filing}/cancel`],
    ['POST', '/api/v1/namespaces/beian/schedules/reconcile/patch'],
    ['POST', '/api/v1/namespaces/beian/batch-operations/7f0b/stop'],
  ])('%s %s passes', (method, path) => expect(of(method, path)).toBe('pass'));

  it.each([
    ['POST', `${filing}/terminate`],
    ['POST', `${filing}/%74erminate`],
    ['POST', `${filing}%2Fterminate/signal/x`],
    ['POST', `${filing}/signal/..%2F..%2Fterminate`],
    ['POST', `${filing}/../filing-01J9/terminate`],
    ['POST', `${filing}//terminate`],
    ['POST', filing],
    ['DELETE', filing],
    ['POST', `${filing}/signal-with-start/x`],
    ['POST', '/api/v1/namespaces/beian/activities/pause'],
    ['POST', '/api/v1/namespaces'],
    ['PUT', '/api/v1/namespaces/beian/schedules/reconcile/patch'],
    ['DELETE', '/api/v1/namespaces/beian/schedules/reconcile'],
    ['POST', '/anything'],
  ])('%s %s is refused', (method, path) => expect(of(method, path)).toBe('refuse'));

  it.each([
    ['signalOperation', true],
    ['resetOperation', true],
    ['cancellation_operation', true],
    ['terminationOperation', false],
    ['termination_operation', false],
    ['deletionOperation', false],
    ['updateWorkflowOptionsOperation', false],
    ['somethingNew', false],
  ])('a batch with %s: %s', (operation, passes) => {
    const body = { namespace: 'beian', jobId: 'j', reason: 'r', visibilityQuery: 'q', [operation]: {} };
    expect(of('POST', '/api/v1/namespaces/beian/batch-operations/7f0b')).toBe('batch');
    expect(isHarmlessBatch(body)).toBe(passes);
  });

  it.each([[null], [[]], ['text'], [3]])('a batch that is %j is none', (body) =>
    expect(isHarmlessBatch(body)).toBe(false),
  );
});
