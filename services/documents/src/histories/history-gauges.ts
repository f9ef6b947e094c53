import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '@beian/platform';
import { HistoryDeps } from './history-deps';

/** How long the export of histories has failed, for an alert. */
@Injectable()
export class HistoryGauges implements OnModuleInit {
  constructor(
    @Inject(HistoryDeps) private readonly deps: HistoryDeps,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.observe({
      name: 'histories_failing',
      help: 'Ended filings whose history is due and could not be exported at the last look',
      read: async () => [{ value: await this.deps.exports.failing() }],
    });
  }
}
