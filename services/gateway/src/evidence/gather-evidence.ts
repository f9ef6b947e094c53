import {
  documentsRecordSchema,
  reasonsSchema,
  sentMessagesSchema,
  subjectRecordSchema,
  verificationRecordSchema,
  websiteRecordSchema,
} from '@beian/contracts/schemas';
import type { SignedIn } from '../access/signed-in';
import type { SeenFiling } from '../filings/filing-access';
import type { FilingStore } from '../filings/filings.store';
import type { InternalServices } from '../internal-services';

/**
 * All that is recorded of one filing, as named JSON documents. Who is not the applicant sees what the applicant sees, with
 * the persons masked; nobody sees which account of staff decided.
 */
export async function gatherEvidence(
  deps: { readonly services: InternalServices; readonly filings: FilingStore },
  { filingId, owner, standing, snapshot }: SeenFiling,
  taker: Pick<SignedIn, 'accountId'>,
): Promise<Readonly<Record<string, unknown>>> {
  const { subject, website, documents, verification, notification } = deps.services;
  const of = `/internal/filings/${filingId}`;
  const asOwner = standing === 'staff' ? '' : `?accountId=${owner}`;
  const [who, sites, papers, record, reasons, messages, history] = await Promise.all([
    subject.get(`${of}/record${asOwner}`, subjectRecordSchema),
    website.get(`${of}/record`, websiteRecordSchema),
    documents.get(`${of}/record`, documentsRecordSchema),
    verification.get(`${of}/record`, verificationRecordSchema),
    verification.get(`${of}/reasons?${standing === 'staff' ? 'actor' : 'accountId'}=${taker.accountId}`, reasonsSchema),
    notification.get(`${of}/messages?accountId=${owner}`, sentMessagesSchema),
    deps.filings.since(filingId, 0),
  ]);
  const numbered = <T extends { readonly revision: number }>(folder: string, revisions: readonly T[]) =>
    Object.fromEntries(revisions.map((revision) => [`${folder}/revision-${revision.revision}.json`, revision]));
  return {
    'filing.json': snapshot,
    'time-line.json': history,
    ...numbered('subject', who.revisions),
    ...numbered('sites', sites.revisions),
    ...numbered('documents', papers.revisions),
    'submissions.json': record.submissions,
    'decisions.json': record.decisions,
    'reasons.json': reasons,
    'identity-check.json': record.identity,
    'phone-verification.json': record.phones,
    'authority.json': { orders: record.authority, numbers: record.numbers },
    'messages.json': messages.items,
  };
}
