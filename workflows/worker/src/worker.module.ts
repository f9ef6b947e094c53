import { Module, type DynamicModule } from '@nestjs/common';
import { filingDeployment, taskQueues } from '@beian/contracts';
import { TemporalModule, workflowHostFor } from '@beian/platform';
import { loadCalendar } from './load-calendar';
import { createPlanner } from './planner';
import type { WorkerConfig } from './worker.config';
import { workflowSource } from './workflow-bundle';

/** The only Nest module of the process: the filing workflow, and the planner that it asks. */
@Module({})
export class WorkerModule {
  static with(config: WorkerConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [TemporalModule.forService(config)],
      providers: [
        ...workflowHostFor(taskQueues.filing, {
          inject: [],
          useFactory: () => createPlanner(loadCalendar(config.CALENDAR_FILE)),
          workflows: workflowSource(config.NODE_ENV === 'production'),
          deployment: { name: filingDeployment, buildId: config.BUILD_ID },
        }),
      ],
    };
  }
}
