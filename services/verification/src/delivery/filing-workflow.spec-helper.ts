import type { FilingAnswer, FilingSnapshot } from '@beian/contracts';
import { authorityAnswered, decideReview, getFiling } from '@beian/contracts/messages';
import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';

/** A workflow as far as deliveries meet one: it hears an update and a signal, knows ids, and refuses what it must. */
export async function filing(snapshot: FilingSnapshot): Promise<readonly string[]> {
  const heard: string[] = [];
  let isOver = false;
  setHandler(getFiling, () => ({ ...snapshot, version: heard.length }));
  setHandler(
    decideReview,
    ({ messageId, decision }): FilingAnswer => {
      heard.push(`decideReview ${messageId}`);
      isOver = decision === 'approve';
      return { kind: 'moved', snapshot };
    },
    {
      validator: ({ decision }) => {
        if (decision === 'refuse') throw ApplicationFailure.create({ type: 'already-decided', nonRetryable: true });
      },
    },
  );
  setHandler(authorityAnswered, ({ messageId }) => {
    heard.push(`authorityAnswered ${messageId}`);
  });
  await condition(() => isOver);
  return heard;
}
