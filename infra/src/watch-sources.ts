import { watch } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './stack';

const quietMs = 300;

/** Calls back after a source file of any project was saved and no other followed for a moment. Gives the way to stop. */
export function watchSources(changed: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const watchers = ['libs', 'services', 'workflows'].map((folder) =>
    watch(join(rootFolder, folder), { recursive: true }, (_event, name) => {
      if (name === null || !/[\\/]src[\\/].*(?<!\.spec)\.ts$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(changed);
      }, quietMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
