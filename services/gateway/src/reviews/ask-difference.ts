import { partDifferenceSchema, revisionDifferenceSchema, type askDifferenceSchema } from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import type { z } from 'zod';
import type { SignedIn } from '../access/signed-in';
import type { SeenFiling } from '../filings/filing-access';
import type { InternalServices } from '../internal-services';

/**
 * What changed between two submissions (row 23): each owner compares its own revisions, masked as staff see the part, and
 * `verification` puts the changes beside the reasons. The newest submission against the one before it, unless others are
 * named. Refuses a filing that was submitted once or never as `not-allowed-now`.
 */
export async function askDifference(
  services: InternalServices,
  { filingId, snapshot, by }: SeenFiling & { readonly by: SignedIn },
  asked: z.output<typeof askDifferenceSchema>,
): Promise<z.output<typeof revisionDifferenceSchema>> {
  const to = asked.to ?? snapshot.submission;
  const from = asked.from ?? to - 1;
  if (from < 1 || to > snapshot.submission)
    return problem('not-allowed-now', { detail: 'there are no two submissions to compare' });
  if (from >= to) return problem('invalid-request', { pointer: 'query/from', detail: 'must be before `to`' });
  const path = `/internal/filings/${filingId}/difference`;
  const query = `?from=${from}&to=${to}`;
  const { subject, website, documents, verification } = services;
  const [ofSubject, ofSites, ofDocuments] = await Promise.all(
    [subject, website, documents].map((owner) => owner.get(`${path}${query}`, partDifferenceSchema)),
  );
  const changes = [ofSubject, ofSites, ofDocuments].flatMap((part) => part?.changes ?? []);
  const body = { actor: by.accountId, from, to, changes, siteIds: ofSites?.siteIds ?? [] };
  return verification.post(path, revisionDifferenceSchema, body);
}
