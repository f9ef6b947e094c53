import type { ProjectionReconciliation } from '@beian/contracts';
import type { FilingStore } from './filings/filings.store';

/** The door for reconciliation: how far the read model is, and what it is told again. */
export const createGatewayActivities = (filings: FilingStore): ProjectionReconciliation => ({
  viewProjections: (ids) => filings.versions(ids),
  foldSnapshots: async (snapshots) => {
    for (const snapshot of snapshots) await filings.take(snapshot);
  },
});
