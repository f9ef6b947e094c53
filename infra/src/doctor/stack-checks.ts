import { adminUrlOf } from '../prepare/databases';
import type { OurProcess } from '../processes';
import type { Stack } from '../stack';
import type { Check } from './check';
import { partChecks, type Remedies } from './part-checks';

const restart = 'stop `npm start` and start it again; it makes what is missing';

/** Everything that has to be there for a stack of the launcher to be ready. */
export function stackChecks(stack: Stack, processes: readonly OurProcess[]): readonly Check[] {
  const remedies: Remedies = {
    server: (part) => `see ${stack.logDir}/${part}.log; ${restart}`,
    job: (job) => (job === 'namespace' ? `see ${stack.logDir}/temporal.log; ${restart}` : restart),
    process: (name) => `see ${logOf(name, stack)}; ${restart}`,
  };
  return [
    ...partChecks({ ...stack, databaseUrl: adminUrlOf(stack.addresses.postgres.adminUrl), processes, remedies }),
    ...processes.map((one) =>
      healthCheck(one, { url: stack.urls[one.name] ?? '', remedy: remedies.process(one.name) }),
    ),
  ];
}

const logOf = (name: string, stack: Stack): string => `${stack.logDir}/${stack.split ? name : 'beian'}.log`;

/** Whether a process answers that it is ready, at an address of this machine. */
export function healthCheck(
  { name, health }: OurProcess,
  at: { readonly url: string; readonly remedy: string },
): Check {
  const path = health ?? '/health/ready';
  return {
    name: `process ${name}`,
    remedy: at.remedy,
    look: async () => {
      const answer = await fetch(`${at.url}${path}`);
      if (answer.ok) return at.url;
      const body = (await answer.text()).slice(0, 200);
      throw new Error(`${at.url}${path} answered ${answer.status} ${body}`);
    },
  };
}
