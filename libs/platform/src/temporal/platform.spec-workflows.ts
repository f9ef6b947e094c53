import { ApplicationFailure, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

// Workflows of platform's own specs: they call what they are told and fail in workflow code, so that the specs can see
// what of it stands in the history.

interface Call {
  readonly how: string;
  readonly canary: string;
  /** Whose worker does it; the workflow's own queue if absent. */
  readonly taskQueue?: string;
  /** After how long without a sign of life the attempt is given to another worker. */
  readonly heartbeatTimeout?: '8 s';
}

const refuse = defineUpdate<void, [string]>('refuse');

export async function callOnce(input: Call): Promise<string> {
  const { call } = proxyActivities<{ call(input: Call): Promise<string> }>({
    ...(input.taskQueue === undefined ? {} : { taskQueue: input.taskQueue }),
    ...(input.heartbeatTimeout === undefined ? {} : { heartbeatTimeout: input.heartbeatTimeout }),
    startToCloseTimeout: '20 s',
    retry: { initialInterval: '10 ms', maximumInterval: '20 ms', maximumAttempts: 3 },
  });
  return call(input);
}

export async function failInside(canary: string): Promise<void> {
  setHandler(refuse, (reason) => {
    throw ApplicationFailure.create({ type: 'too-late', message: reason, nonRetryable: true });
  });
  await Promise.resolve();
  throw ApplicationFailure.create({ type: 'not-allowed-now', message: canary, nonRetryable: true });
}
