import type { FactoryProvider, Provider } from '@nestjs/common';
import { FatalErrors } from '../process/fatal-errors';
import { Logger } from '../process/logger';
import { Metrics } from '../process/metrics';
import { Readiness } from '../process/readiness';
import { Tracing } from '../tracing/tracing';
import type { WorkerStart } from './start-worker';
import { TemporalClient } from './temporal-client';
import { TemporalSettings } from './temporal-settings';
import { WorkerHost } from './worker-host';

/** How activities are made from what the module provides. */
export interface ActivitiesOf<A extends object> {
  readonly inject: NonNullable<FactoryProvider['inject']>;
  readonly useFactory: (...dependencies: never[]) => A;
  readonly tuning?: WorkerStart['tuning'];
}

export interface WorkflowHostOptions<A extends object> extends ActivitiesOf<A> {
  readonly workflows: NonNullable<WorkerStart['workflows']>;
  readonly deployment: NonNullable<WorkerStart['deployment']>;
}

const hostParts = [TemporalSettings, TemporalClient, Logger, Readiness, FatalErrors, Metrics, Tracing] as const;

/**
 * The activity worker of a service, named by its task queue:
 * `...workerFor('documents', { inject: [DocumentStore], useFactory: (store) => createDocumentsActivities({ store }) })`.
 * The module also imports `TemporalModule.forService(config)`.
 */
export function workerFor<A extends object>(taskQueue: string, activities: ActivitiesOf<A>): Provider[] {
  return hostProviders(taskQueue, activities, {});
}

/**
 * The worker that runs workflows, with versioning: AUTO_UPGRADE. Made current once it polls and ready only then, or left to
 * an operator and ready when it polls, as `deployment.releasedBy` says.
 */
export function workflowHostFor<A extends object>(taskQueue: string, options: WorkflowHostOptions<A>): Provider[] {
  return hostProviders(taskQueue, options, { workflows: options.workflows, deployment: options.deployment });
}

function hostProviders<A extends object>(
  taskQueue: string,
  activities: ActivitiesOf<A>,
  more: Pick<WorkerStart, 'workflows' | 'deployment'>,
): Provider[] {
  const activitiesToken = Symbol(`activities of ${taskQueue}`);
  return [
    { provide: activitiesToken, inject: [...activities.inject], useFactory: activities.useFactory as () => A },
    {
      provide: Symbol(`worker of ${taskQueue}`),
      inject: [activitiesToken, ...hostParts],
      useFactory: (
        ...[made, settings, client, logger, readiness, fatal, metrics, tracing]: [
          A,
          TemporalSettings,
          TemporalClient,
          Logger,
          Readiness,
          FatalErrors,
          Metrics,
          Tracing,
        ]
      ) =>
        new WorkerHost({
          start: {
            settings,
            taskQueue,
            logger,
            metrics,
            tracing,
            activities: made,
            ...more,
            ...(activities.tuning ? { tuning: activities.tuning } : {}),
          },
          readiness,
          fatal,
          client,
        }),
    },
  ];
}
