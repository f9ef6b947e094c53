import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Readiness } from '../process/readiness';
import { Database } from './database';
import { openDatabase, type DatabaseOptions } from './open-database';

/** Connects before anything works, closes after everything has stopped: running activities use the pool to the end. */
@Injectable()
class DatabaseLifecycle implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.database.source.initialize();
    this.readiness.add('database', async () => {
      await this.database.query('SELECT 1');
    });
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.database.source.isInitialized) await this.database.source.destroy();
  }
}

/** Gives a service its `Database`. Import it in the service's module: `DatabaseModule.forService({ url, schema, … })`. */
@Module({})
export class DatabaseModule {
  static forService(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => new Database(openDatabase(options)) }, DatabaseLifecycle],
      exports: [Database],
    };
  }
}
