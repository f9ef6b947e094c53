import { Inject, Injectable } from '@nestjs/common';
import { ApplicationFailure, WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { filingWorkflowId, isProblemCode, type FilingAnswer, type Message } from '@beian/contracts';
import { problem, TemporalClient } from '@beian/platform';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import { Outcome } from '../acts/outcome';
import { NotDoneYet } from '../acts/acts';
import { GatewayConfig } from '../gateway.config';
import { answerMove } from './answer-move';
import type { SeenFiling } from './filing-access';
import { FilingStore } from './filings.store';
import { actionsFor, statusFor } from './filing-status';
import type { SignedIn } from '../access/signed-in';
import { isTemporalAway, isTooSlow } from './temporal-errors';

/** One update that moves a filing: its definition, and its message with the id that makes a retry the same one. */
export interface Move<M extends Message> {
  readonly update: UpdateDefinition<FilingAnswer, [M]>;
  readonly message: M;
}

/** Sends updates to the workflow of a filing, and turns what it answers into an answer for the person who acted. */
@Injectable()
export class Moves {
  constructor(
    @Inject(TemporalClient) private readonly temporal: Client,
    @Inject(FilingStore) private readonly filings: FilingStore,
    @Inject(GatewayConfig) private readonly config: GatewayConfig,
  ) {}

  /**
   * Sends an update under its message's id and waits for the main loop to have treated it. What takes longer than our
   * patience is answered 202 and asked again with the same key: the update is the same one then.
   */
  async send<M extends Message>(me: SignedIn, seen: SeenFiling, move: Move<M>): Promise<Outcome> {
    const until = Date.now() + this.config.MOVE_PATIENCE_SECONDS * 1000;
    const handle = this.temporal.workflow.getHandle(filingWorkflowId(seen.filingId));
    const options = { args: [move.message] as [M], updateId: move.message.messageId };
    try {
      const accepted = await this.temporal.withDeadline(until, () =>
        handle.startUpdate(move.update, { ...options, waitForStage: 'ACCEPTED' }),
      );
      const answer = await this.temporal
        .withDeadline(until, () => accepted.result())
        .catch((error: unknown) => {
          throw isTooSlow(error) ? this.notDoneYet(me, seen) : error;
        });
      return await this.answered(me, seen, answer);
    } catch (error) {
      return this.refused(me, seen, error);
    }
  }

  /** Takes the snapshot of an answer, then answers the person. Also for answers that came through `verification`. */
  async answered(me: SignedIn, seen: SeenFiling, answer: FilingAnswer): Promise<Outcome> {
    await this.filings.take(answer.snapshot);
    return answerMove(answer, { me, standing: seen.standing });
  }

  /** Sends an outside fact that nobody waits for. A workflow that has ended refuses with `not-allowed-now`. */
  async signal<M extends Message>({ filingId }: SeenFiling, signal: SignalDefinition<[M]>, message: M): Promise<void> {
    try {
      await this.temporal.workflow.getHandle(filingWorkflowId(filingId)).signal(signal, message);
    } catch (error) {
      if (isTemporalAway(error)) return problem('temporarily-unavailable', { cause: error });
      if (error instanceof WorkflowNotFoundError)
        return problem('not-allowed-now', { detail: 'the workflow has ended' });
      throw error;
    }
  }

  private notDoneYet(me: SignedIn, { filingId, snapshot, standing }: SeenFiling): NotDoneYet {
    return new NotDoneYet(new Outcome(202, statusFor(snapshot, me, standing), { location: `/v1/filings/${filingId}` }));
  }

  /** A validator's refusal, a workflow that has ended, or Temporal being away. */
  private async refused(me: SignedIn, { filingId, snapshot, standing }: SeenFiling, error: unknown): Promise<never> {
    if (isTemporalAway(error)) return problem('temporarily-unavailable', { cause: error });
    const failure = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    const type = failure instanceof ApplicationFailure ? failure.type : undefined;
    const isOver = error instanceof WorkflowNotFoundError;
    if (!isOver && !isProblemCode(type)) throw error;
    const now = (await this.filings.find(filingId)) ?? snapshot;
    const code = isProblemCode(type) ? type : 'not-allowed-now';
    return problem(code, { extra: { allowedActions: isOver ? [] : actionsFor(now, me, standing) } });
  }
}
