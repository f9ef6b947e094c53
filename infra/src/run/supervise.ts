import { setTimeout as pause } from 'node:timers/promises';
import type { RunningStack } from '../launch';
import type { RunningProcess } from './start-processes';

const restartsAllowed = 5;

/**
 * Tells when a server or a process of ours ends without having been asked to, and starts our process again, a few times.
 * A server is not: its data may be what made it end, and a person should look.
 */
export function superviseProcesses(running: RunningStack, tell: (line: string) => void): void {
  for (const server of running.servers?.running ?? []) {
    server.onUnexpectedExit((exit) =>
      tell(`${server.part} ended (${exit.code ?? exit.signal}); see ${server.logFile}`),
    );
  }
  for (const one of running.processes) void keepUp(one, tell);
}

async function keepUp(one: RunningProcess, tell: (line: string) => void): Promise<void> {
  for (let restarts = 0; restarts <= restartsAllowed; restarts += 1) {
    const exit = await one.untilUnexpectedExit();
    if (restarts === restartsAllowed) {
      tell(`${one.name} ended again (${exit.code ?? exit.signal}) and is not started any more; see ${one.logFile}`);
      return;
    }
    tell(`${one.name} ended (${exit.code ?? exit.signal}) and is started again; see ${one.logFile}`);
    await pause(1_000);
    await one.restart().catch((error: Error) => tell(error.message));
  }
}
