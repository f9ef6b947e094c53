import { randomUUID } from 'node:crypto';
import { filingWorkflowId } from '@beian/contracts';
import { Connection, WorkflowNotFoundError } from '@temporalio/client';
import { Duration } from './duration';
import type { SandboxConfig } from './sandbox.config';

/** Moves the clock of one filing on a server whose time skipping is switched on: development and tests only. */
export class FilingClock {
  private connection: Promise<Connection> | undefined;

  constructor(private readonly config: Pick<SandboxConfig, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'>) {}

  /** Lets `seconds` pass for this filing; its neighbours stand still. Resolves when the time has passed. */
  async forward(filingId: string, seconds: number): Promise<void> {
    const { workflowService } = await this.connect();
    const id = randomUUID();
    const target = {
      namespace: this.config.TEMPORAL_NAMESPACE,
      workflowExecution: { workflowId: filingWorkflowId(filingId) },
    };
    await workflowService.updateWorkflowExecutionOptions({
      ...target,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: Duration.fromSeconds(seconds) } },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await workflowService.pollWorkflowExecutionTimeSkipping({ ...target, fastForwardId: id });
  }

  async close(): Promise<void> {
    await (await this.connection)?.close();
  }

  private connect(): Promise<Connection> {
    this.connection ??= Connection.connect({ address: this.config.TEMPORAL_ADDRESS });
    return this.connection;
  }
}

export const isUnknownFiling = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (error as { code?: number }).code === 5;
