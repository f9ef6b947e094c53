import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { Tracing } from '../tracing/tracing';
import { Clock } from './clock';
import { FatalErrors } from './fatal-errors';
import { Logger } from './logger';
import { Metrics } from './metrics';
import { Readiness } from './readiness';

export interface ProcessParts {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly fatal: FatalErrors;
}

/** The root of every service: what `bootService` provides everywhere, and the service's own module. */
@Module({})
export class PlatformModule {
  static around(module: NonNullable<ModuleMetadata['imports']>[number], parts: ProcessParts): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [module],
      providers: [
        { provide: Logger, useValue: parts.logger },
        { provide: Clock, useValue: parts.clock },
        { provide: Readiness, useValue: parts.readiness },
        { provide: Metrics, useValue: parts.metrics },
        { provide: Tracing, useValue: parts.tracing },
        { provide: FatalErrors, useValue: parts.fatal },
      ],
      exports: [Logger, Clock, Readiness, Metrics, Tracing, FatalErrors],
    };
  }
}
