import type { DossierKeeper, SubjectActivities, SubjectReconciliation } from '@beian/contracts';
import { problem } from '@beian/platform';
import { type GrantDeps, grantSubject } from './grant-subject';
import { type PinDeps, pinSubject } from './pin-subject';
import { type UnlockDeps, unlockSubject } from './unlock-subject';
import type { Reader } from './subject.store';

export type SubjectActivityDeps = PinDeps & UnlockDeps & GrantDeps & { readonly database: Reader };

/** The workflow's door to this service. */
export const createSubjectActivities = (
  deps: SubjectActivityDeps,
): SubjectActivities & SubjectReconciliation & DossierKeeper => ({
  pinSubject: (step) => pinSubject(deps, step),
  unlockSubject: (step) => unlockSubject(deps, step),
  grantSubject: (step) => grantSubject(deps, step),
  knownDossiers: (keys) => deps.pins.knownDossiers(deps.database, keys),
  viewSubjects: (filings) => deps.pins.views(deps.database, filings),
  subjectChangedAt: async ({ filingId }) => {
    const row = await deps.subjects.readRow(deps.database, filingId);
    return row?.changed_at.toISOString() ?? problem('not-found');
  },
});
