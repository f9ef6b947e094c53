import type { Environment, Running } from '@beian/platform';

/** A process of ours to boot: its package exports `boot(env)`. */
export interface BootOrder {
  readonly name: string;
  readonly package: string;
  readonly env: Readonly<Record<string, string>>;
}

export type HostReport =
  | { readonly kind: 'booted'; readonly name: string; readonly url?: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/**
 * Holds all our processes in one Node process, for the default run. Takes the list as its first message; reports each as
 * it is up. On the message `stop`, or when the launcher is gone, it closes them in the order of the list.
 */
async function bootAll(orders: readonly BootOrder[]): Promise<void> {
  await Promise.all(
    orders.map(async (order) => {
      try {
        const { boot } = require(order.package) as { boot?: (env: Environment) => Promise<Running> };
        if (boot === undefined) throw new Error(`${order.package} exports no \`boot\`.`);
        const running = await boot(order.env);
        up.set(order.name, running);
        tell({ kind: 'booted', name: order.name, ...(running.url === undefined ? {} : { url: running.url }) });
      } catch (error) {
        console.error(error);
        tell({ kind: 'failed', name: order.name, message: error instanceof Error ? error.message : String(error) });
      }
    }),
  );
}

const up = new Map<string, Running>();
let stopping = false;

async function stop(orders: readonly BootOrder[]): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const { name } of orders) {
    await up
      .get(name)
      ?.close()
      .catch((error: unknown) => console.error(`${name} did not close:`, error));
  }
  process.exit(0);
}

function tell(report: HostReport): void {
  if (process.connected) process.send?.(report);
}

if (require.main === module) {
  let orders: readonly BootOrder[] = [];
  process.on('message', (message) => {
    if (message === 'stop') void stop(orders);
    else {
      orders = message as readonly BootOrder[];
      void bootAll(orders);
    }
  });
  process.once('disconnect', () => void stop(orders));
}
