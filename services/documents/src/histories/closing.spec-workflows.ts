import { condition, continueAsNew, defineQuery, defineSignal, setHandler } from '@temporalio/workflow';

// A stand-in for the lifecycle: it continues as new as often as it is told and then waits until it may close.

export const close = defineSignal('close');
export const runsLeft = defineQuery<number>('left');

export async function filing(left: number): Promise<string> {
  setHandler(runsLeft, () => left);
  let isClosed = false;
  setHandler(close, () => {
    isClosed = true;
  });
  if (left > 0) await continueAsNew<typeof filing>(left - 1);
  await condition(() => isClosed);
  return 'canary-of-the-result';
}
