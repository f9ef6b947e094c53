import { Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { coverDaysLeft } from '@beian/calendar';
import { filingDeployment, taskQueues } from '@beian/contracts';
import { isAsleep } from '@beian/filing/patches';
import { Clock, Logger, Metrics, TemporalClient, TemporalModule, workflowHostFor } from '@beian/platform';
import { CalendarFile, type CalendarNews } from './calendar-file';
import { createPlannerBy } from './planner';
import { createCalendarUpkeep } from './upkeep/calendar-cover';
import { createRunReconciliation } from './upkeep/runs';
import type { WorkerConfig } from './worker.config';
import { workflowSource } from './workflow-bundle';

/** The only Nest module of the process: the filing workflow, and the planner that it asks. */
@Module({})
export class WorkerModule implements OnModuleInit {
  static with(config: WorkerConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [TemporalModule.forService(config)],
      providers: [
        {
          provide: CalendarFile,
          inject: [Logger],
          useFactory: (logger: Logger) => new CalendarFile(config.CALENDAR_FILE, (news) => tell(logger, news)).open(),
        },
        ...workflowHostFor(taskQueues.filing, {
          inject: [CalendarFile, TemporalClient, Clock, Logger],
          useFactory: (...[calendar, client, clock, logger]: [CalendarFile, TemporalClient, Clock, Logger]) => ({
            ...createPlannerBy(() => calendar.current()),
            ...createRunReconciliation(client),
            ...createCalendarUpkeep(calendar, { clock, logger }),
          }),
          workflows: workflowSource(config.NODE_ENV === 'production', config.WORKFLOW_BUNDLE),
          deployment: { name: filingDeployment, buildId: config.BUILD_ID, releasedBy: config.RELEASED_BY },
          tuning: { patchActivationCallback: ({ patchId }) => !isAsleep(patchId) },
        }),
      ],
    };
  }

  constructor(
    @Inject(CalendarFile) private readonly calendar: CalendarFile,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.observe({
      name: 'beian_calendar_cover_days',
      help: 'Days to the last known one of the calendar; below 60 the next list is wanted',
      read: async () => [{ value: coverDaysLeft(this.calendar.current(), this.clock.now().getTime()) }],
    });
  }
}

function tell(logger: Logger, { what, ...fields }: CalendarNews): void {
  if (what === 'calendar was read') logger.info(fields, what);
  else logger.warn(fields, what);
}
