import type { DossierRef, FilingFacts, FilingSnapshot } from '@beian/contracts';
import { newId } from '@beian/platform';
import { documentSlots, slotContext } from '@beian/rules';

/** A snapshot of a first filing in Tianjin (an SMS province of 2018-06) by an enterprise. */
export function aSnapshot(changes: Partial<FilingSnapshot> = {}): FilingSnapshot {
  return {
    filingId: newId(),
    owner: newId(),
    version: 1,
    stage: 'draft',
    since: '2018-06-15T01:00:00.000Z',
    at: '2018-06-15T01:00:00.000Z',
    waitingOn: 'applicant',
    submission: 0,
    flags: { overdue: false, provisional: false, onHold: false, parked: false, rePlanned: false, cancelRefused: false },
    province: '12',
    filingType: 'FIRST',
    nature: 'enterprise',
    pack: '2018-06',
    asOf: '2018-06-15',
    reasons: [],
    ledger: [],
    ...changes,
  };
}

/** The next version of a filing. */
export const later = (snapshot: FilingSnapshot, changes: Partial<FilingSnapshot> = {}): FilingSnapshot => ({
  ...snapshot,
  version: snapshot.version + 1,
  ...changes,
});

/** The filing in the provider's review of its first submission. */
export const inReview = (draft: FilingSnapshot): FilingSnapshot =>
  later(draft, {
    stage: 'provider-review',
    waitingOn: 'provider',
    submission: draft.submission + 1,
    deadline: {
      kind: 'review',
      at: '2018-06-19T10:00:00.000Z',
      provisional: false,
      source: 'rules.md 7; pack 2018-06',
    },
  });

/** Facts that no rule of the pack refuses: one website, one person in both places, every required paper. */
export function someFacts(snapshot: FilingSnapshot, dossiers: readonly DossierRef[] = []): FilingFacts {
  const { province, nature, filingType, pack, asOf } = snapshot;
  const person = {
    key: 'subject-administrator',
    phoneMark: 'phone-mark',
    certificateMark: 'certificate-mark',
    legalRepresentative: true,
    fromProvince: true,
  } as const;
  const other = {
    ...person,
    key: 'site-administrator-1',
    phoneMark: 'other-phone',
    certificateMark: 'other-mark',
  } as const;
  const written = { revision: 1, sha256: 'f'.repeat(64), lastChange: snapshot.at };
  const subject: FilingFacts['subject'] = {
    ...written,
    province,
    nature,
    filingType,
    certificateType: 'business-licence',
    holderMark: 'holder-mark',
    personHolderMarks: [],
    administrators: [person, other],
    dossiers,
  };
  const website: FilingFacts['website'] = {
    ...written,
    sites: [
      { siteId: newId(), domains: 1, administrator: 'site-administrator-1', preapprovals: [], holders: ['subject'] },
    ],
  };
  const context = { pack, asOf, province, nature, filingType };
  const slots = documentSlots({ ...context, ...slotContext(subject, website, context) }).map(({ key }) => ({
    slot: key,
    versionIds: [newId()],
  }));
  return { subject, website, documents: { ...written, slots } };
}
