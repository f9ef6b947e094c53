/**
 * Waits for Ctrl-C or SIGTERM and keeps the process alive until then. A second signal ends the process at once; the
 * servers then end with it, through their watchdogs. When `unneeded` is aborted the process is no longer kept alive.
 */
export function untilStopped(signals: NodeJS.EventEmitter = process, unneeded?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    unneeded?.addEventListener('abort', () => clearInterval(alive), { once: true });
    const first = (): void => {
      clearInterval(alive);
      for (const name of names) {
        signals.removeListener(name, first);
        signals.on(name, () => process.exit(130));
      }
      resolve();
    };
    const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const name of names) signals.on(name, first);
  });
}
