import type { TaskQueue } from '@beian/contracts';

/** One process of ours: what the launcher, the doctor and the tests must know of it. Everything else is in its package. */
export interface OurProcess {
  readonly name: string;
  readonly package: string;
  /** Usual port; the next free one if it is taken. */
  readonly port: number;
  /** Has a schema and a role of its own name; the package exports `migrations`. */
  readonly database: boolean;
  /** The task queue it polls. */
  readonly taskQueue?: TaskQueue;
  /** Publishes events on `beian.<name>.v1`. */
  readonly publishes: boolean;
  /** Path that answers 200 when it is ready; `/health/ready` unless said otherwise. */
  readonly health?: string;
  /** Variable by which the others are told its address. */
  readonly urlVariable?: string;
}

/** In the order in which they are stopped: first who takes orders, last who carries them out. */
export const ourProcesses: readonly OurProcess[] = [
  // prettier-ignore
  { name: 'gateway', package: '@beian/gateway', port: 3000, database: true, publishes: false, taskQueue: 'gateway', urlVariable: 'GATEWAY_URL' },
  // prettier-ignore
  { name: 'worker', package: '@beian/worker', port: 3007, database: false, publishes: false, taskQueue: 'filing' },
  service('subject', 3001),
  service('website', 3002),
  service('documents', 3003),
  service('verification', 3004),
  service('notification', 3005),
  { name: 'codec', package: '@beian/codec', port: 3006, database: false, publishes: false, urlVariable: 'CODEC_URL' },
  {
    name: 'sandbox',
    package: '@beian/sandbox',
    port: 3010,
    database: false,
    publishes: false,
    urlVariable: 'SANDBOX_URL',
    health: '/',
  },
];

function service(name: TaskQueue, port: number): OurProcess {
  return {
    name,
    package: `@beian/${name}`,
    port,
    database: true,
    publishes: true,
    taskQueue: name,
    urlVariable: `${name.toUpperCase()}_URL`,
  };
}

export const buckets = ['beian-documents', 'beian-dossiers'] as const;
