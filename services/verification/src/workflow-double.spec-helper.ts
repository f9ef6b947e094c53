import { filingIdOf, type FilingAnswer, type FilingSnapshot } from '@beian/contracts';
import { ApplicationFailure } from '@temporalio/common';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { VerificationParts } from './verification-deps';

export interface Sent {
  readonly name: string;
  readonly message: Readonly<Record<string, unknown>> & { readonly messageId: string };
  readonly updateId?: string;
}

/** What a workflow says to an update: an answer, a refusal of its validator, no workflow at all, or nothing in time. */
export type Reply = 'moved' | { readonly refused: string } | 'no-workflow' | 'silent';

/** Temporal as far as deliveries see it: every message that reaches a workflow is kept, replies are scripted. */
export class WorkflowDouble {
  readonly sent: Sent[] = [];
  reply: Reply = 'moved';
  snapshot: FilingSnapshot | undefined;

  /** What was sent of one kind. */
  named(name: string): readonly Sent[] {
    return this.sent.filter((one) => one.name === name);
  }

  /** The client, with the two members that deliveries use. */
  asClient(): VerificationParts['temporal'] {
    const workflow = { getHandle: (workflowId: string) => this.handle(workflowId) };
    const client = { workflow, withAbortSignal: <R>(_signal: AbortSignal, work: () => Promise<R>) => work() };
    return client as unknown as VerificationParts['temporal'];
  }

  private handle(workflowId: string) {
    return {
      signal: (definition: { readonly name: string }, message: Sent['message']) =>
        this.take(workflowId, { name: definition.name, message }),
      executeUpdate: async (
        definition: { readonly name: string },
        { args: [message], updateId }: { readonly args: readonly [Sent['message']]; readonly updateId: string },
      ): Promise<FilingAnswer> => {
        await this.take(workflowId, { name: definition.name, message, updateId });
        return { kind: 'moved', snapshot: this.snapshot as FilingSnapshot };
      },
    };
  }

  private async take(workflowId: string, sent: Sent): Promise<void> {
    if (filingIdOf(workflowId) === undefined) throw new Error(`not the workflow of a filing: ${workflowId}`);
    if (this.reply === 'silent') throw new Error('no answer in time');
    if (this.reply === 'no-workflow') throw new WorkflowNotFoundError('not found', workflowId, undefined);
    if (this.reply !== 'moved') {
      const failure = ApplicationFailure.create({ type: this.reply.refused, nonRetryable: true });
      throw new WorkflowUpdateFailedError('refused', failure);
    }
    this.sent.push(sent);
  }
}
