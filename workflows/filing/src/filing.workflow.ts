import { allHandlersFinished, CancellationScope, condition } from '@temporalio/workflow';
import { isOpen, type FilingOutcome, type NextStage, type OpenedFiling, type OpenStage } from '@beian/contracts';
import { receiveMessages } from './receive-messages';
import { FilingRecord } from './record';
import { aftercare } from './stages/aftercare';
import { authorityReview } from './stages/authority-review';
import { draft } from './stages/draft';
import { ending } from './stages/ending';
import { handOver } from './stages/hand-over';
import { identityCheck } from './stages/identity-check';
import { phoneVerification } from './stages/phone-verification';
import { providerReview } from './stages/provider-review';
import { returned } from './stages/returned';

/** One step per open stage. A step that answers with a stage the table forbids does not compile. */
const steps: { readonly [S in OpenStage]: (record: FilingRecord) => Promise<NextStage<S>> } = {
  draft,
  'provider-review': providerReview,
  returned,
  'identity-check': identityCheck,
  'hand-over': handOver,
  'phone-verification': phoneVerification,
  'authority-review': authorityReview,
};

/**
 * One ICP filing (备案) from its draft to its number, or to another end with everything undone. Its cancellation by an
 * operator is a message like any other: the stage decides where it leads.
 */
export async function filing(opened: OpenedFiling): Promise<FilingOutcome> {
  const record = new FilingRecord(opened);
  receiveMessages(record); // handlers record,
  return CancellationScope.nonCancellable(async () => {
    while (isOpen(record.stage)) {
      record.enter(await steps[record.stage](record)); // the loop acts
    }
    await (record.stage === 'granted' ? aftercare : ending)(record);
    await condition(allHandlersFinished);
    return { stage: record.stage };
  });
}
