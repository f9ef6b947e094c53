/**
 * Loaded into a process of ours before its `main.js` (`node --require`) when each runs for itself. The channel to the
 * launcher is a pipe: when it closes, the launcher is gone, and this process ends like after SIGTERM; at the latest
 * after ten seconds.
 */
if (process.channel !== undefined) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
