import { Module, type DynamicModule } from '@nestjs/common';
import { TemporalClient } from './temporal-client';
import { TemporalSettings } from './temporal-settings';

/** Gives a service its `TemporalClient`; imported by every module that has a worker or speaks to workflows. */
@Module({})
export class TemporalModule {
  static forService(settings: TemporalSettings): DynamicModule {
    return {
      module: TemporalModule,
      global: true,
      providers: [
        { provide: TemporalSettings, useValue: settings },
        { provide: TemporalClient, useFactory: () => new TemporalClient(settings) },
      ],
      exports: [TemporalSettings, TemporalClient],
    };
  }
}
