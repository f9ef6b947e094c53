import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isOpen, stages, taskQueues } from '@beian/contracts';
import { Database, DeadLetters, Metrics, TemporalClient, type Sample } from '@beian/platform';
import { GatewayConfig } from '../gateway.config';
import { operatorViews } from './operator-views';

// temporal.api.enums.v1.TaskQueueType
const workflowQueue = 1;
const activityQueue = 2;

/** What stands in Temporal and Kafka. */
@Injectable()
export class OutsideGauges {
  constructor(
    @Inject(TemporalClient) private readonly temporal: TemporalClient,
    @Inject(DeadLetters) private readonly letters: DeadLetters,
    @Inject(GatewayConfig) private readonly config: GatewayConfig,
  ) {}

  observe(metrics: Metrics): void {
    metrics.observe({
      name: 'dead_letters_waiting',
      help: 'Events that a consumer has set aside and nobody has replayed',
      labelNames: ['topic', 'consumer'],
      read: async () =>
        (await this.letters.topics()).map(({ topic, consumer, waiting }) => ({
          labels: { topic, consumer },
          value: waiting,
        })),
    });
    metrics.observe({
      name: 'task_queue_pollers',
      help: 'Pollers that Temporal has seen on a queue in the last minutes',
      labelNames: ['task_queue'],
      read: () => this.perQueue(async (queue) => ({ labels: { task_queue: queue }, value: await this.pollers(queue) })),
    });
    metrics.observe({
      name: 'workflow_tasks_failing',
      help: 'Filings whose workflow task fails again and again',
      read: async () => [{ value: (await this.temporal.workflow.count(this.failing())).count }],
    });
  }

  private failing(): string {
    const view = operatorViews(new Date(), this.config.RULE_PACK).find(({ name }) => name === 'task-failures');
    if (view === undefined) throw new Error('the view of failing tasks is gone');
    return view.query;
  }

  private perQueue(read: (queue: string) => Promise<Sample>): Promise<readonly Sample[]> {
    return Promise.all(Object.values(taskQueues).map(read));
  }

  private async pollers(name: string): Promise<number> {
    const { pollers } = await this.temporal.workflowService.describeTaskQueue({
      namespace: this.config.TEMPORAL_NAMESPACE,
      taskQueue: { name },
      taskQueueType: name === taskQueues.filing ? workflowQueue : activityQueue,
    });
    const recent = (pollers ?? []).filter(({ lastAccessTime }) => isRecent(lastAccessTime));
    return recent.length;
  }
}

/** What alerts look at across filings, read when Prometheus asks. Labels are closed lists; never an id. */
@Injectable()
export class OperatorGauges implements OnModuleInit {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Database) private readonly database: Database,
    @Inject(OutsideGauges) private readonly outside: OutsideGauges,
  ) {}

  onModuleInit(): void {
    this.observeFilings();
    this.outside.observe(this.metrics);
  }

  private observeFilings(): void {
    const open = stages.filter(isOpen);
    const perStage = async (select: string): Promise<readonly Sample[]> => {
      const rows = await this.database.query<{ stage: string; value: string }>(
        `SELECT stage, ${select} AS value FROM filing WHERE stage = ANY($1) GROUP BY stage`,
        [open],
      );
      const known = new Map(rows.map(({ stage, value }) => [stage, Number(value)] as const));
      return open.map((stage) => ({ labels: { stage }, value: known.get(stage) ?? 0 }));
    };
    const age = `max(extract(epoch FROM now() - (snapshot->>'since')::timestamptz))`;
    const labelNames = ['stage'];
    const gauges = [
      ['filings_open', 'Open filings by stage', 'count(*)'],
      ['filings_overdue', 'Open filings past a promise or an expectation', 'count(*) FILTER (WHERE overdue)'],
      [
        'filings_held',
        'Open filings that wait for an operator',
        `count(*) FILTER (WHERE snapshot @> '{"flags":{"onHold":true}}' OR snapshot @> '{"flags":{"parked":true}}')`,
      ],
      ['filing_stage_age_seconds', 'Age of the filing that is longest in this stage', `greatest(${age}, 0)`],
    ] as const;
    for (const [name, help, select] of gauges)
      this.metrics.observe({ name, help, labelNames, read: () => perStage(select) });
  }
}

/** A poll lasts up to a minute: what was not heard of for longer has gone. */
const pollSeconds = 90;
const isRecent = (time: { readonly seconds?: unknown } | null | undefined): boolean =>
  Date.now() / 1000 - Number(time?.seconds ?? 0) < pollSeconds;
