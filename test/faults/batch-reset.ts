import { blockOf, execute } from '../stories/runbook';

/** Resets what a bad build has spoilt by the commands of the runbook, one after the other. */
export async function resetByRunbook(): Promise<void> {
  const { commands } = blockOf('processes.md#task-failures');
  for (const command of commands) {
    const { code, said } = await execute(command);
    if (code !== 0) throw new Error(`${command}\nended with ${code}: ${said}`);
  }
}
