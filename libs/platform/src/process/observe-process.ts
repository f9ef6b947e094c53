import { observeExpiry, type ExpirySettings } from './expiry-gauges';
import type { Metrics } from './metrics';
import type { Readiness } from './readiness';

/** What every process of ours measures beside its requests: its parts, and the certificates and keys that it lives by. */
export function observeProcess(
  { metrics, readiness }: { readonly metrics: Metrics; readonly readiness: Readiness },
  settings: ExpirySettings,
): void {
  observeReadiness(metrics, readiness);
  observeExpiry(metrics, settings);
}

/** `part_up` for each part that readiness asks, so that an alert names what is down. */
function observeReadiness(metrics: Metrics, readiness: Readiness): void {
  metrics.observe({
    name: 'part_up',
    help: '1 if this part of the service can work now',
    labelNames: ['part'],
    read: async () => {
      const { parts } = await readiness.ask();
      return Object.entries(parts).map(([part, state]) => ({ labels: { part }, value: state === 'up' ? 1 : 0 }));
    },
  });
}
