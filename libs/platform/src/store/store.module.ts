import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Readiness } from '../process/readiness';
import { ObjectStore } from './object-store';
import type { StoreSettings } from './store-settings';

/** The buckets a service needs. */
class StoreBuckets {
  constructor(readonly names: readonly string[]) {}
}

@Injectable()
class StoreLifecycle implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(ObjectStore) private readonly store: ObjectStore,
    @Inject(StoreBuckets) private readonly buckets: StoreBuckets,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.add('object store', async () => {
      const there = await Promise.all(this.buckets.names.map((bucket) => this.store.hasBucket(bucket)));
      if (there.includes(false)) throw new Error('a bucket is missing');
    });
  }

  onApplicationShutdown(): void {
    this.store.close();
  }
}

/** Gives a service its `ObjectStore`; ready means that the named buckets are there. */
@Module({})
export class StoreModule {
  static forService(settings: StoreSettings, buckets: readonly string[]): DynamicModule {
    return {
      module: StoreModule,
      global: true,
      providers: [
        { provide: ObjectStore, useFactory: () => new ObjectStore(settings) },
        { provide: StoreBuckets, useValue: new StoreBuckets(buckets) },
        StoreLifecycle,
      ],
      exports: [ObjectStore],
    };
  }
}
