import type { FilingId, OpenedFiling } from '@beian/contracts';
import {
  filedSitesSchema,
  filedSubjectsSchema,
  sitesSchema,
  subjectPartSchema,
  typeOfferSchema,
  type filedRegisterSchema,
  type openChangeSchema,
} from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import { z } from 'zod';
import type { Act } from '../acts/act';
import type { Outcome } from '../acts/outcome';
import type { InternalServices } from '../internal-services';
import { pagesOf, shown, startFiling, type OpenFilingDeps } from './open-filing';

type Wish = z.infer<typeof openChangeSchema>;
type Offer = z.infer<typeof typeOfferSchema>;

/** What an account has filed here (decisions 15): each subject with its sites. An account has one subject (rules.md 1.3). */
export async function filedRegister(
  { subject, website }: InternalServices,
  accountId: string,
): Promise<z.infer<typeof filedRegisterSchema>> {
  const [subjects, sites] = await Promise.all([
    subject.get(`/internal/filed-subjects?accountId=${accountId}`, filedSubjectsSchema),
    website.get(`/internal/filed-sites?accountId=${accountId}`, filedSitesSchema),
  ]);
  const isOf = (subjectNumber: string) => (site: { readonly siteNumber: string }) =>
    site.siteNumber.startsWith(`${subjectNumber}-`);
  return {
    items: subjects.items.map((filed) => ({ ...filed, sites: sites.items.filter(isOf(filed.subjectNumber)) })),
  };
}

/**
 * Opens a change (变更) or a cancellation (注销) of what is filed, from the filed subject's page (rules.md 1.1). Refuses
 * `type-not-offered` with the reason, `not-found` for what this account has not filed, and `order-running` with the blocker
 * while another filing for the subject is open (T18). The id is reserved first and every step may be repeated, as in
 * `openFiling`.
 */
export async function openChange(deps: OpenFilingDeps, act: Act, wish: Wish): Promise<Outcome> {
  const { services, openings, filings } = deps;
  const { accountId } = act.by;
  const { items } = await services.subject.get(`/internal/filed-subjects?accountId=${accountId}`, filedSubjectsSchema);
  const filed = items.find(({ subjectNumber }) => subjectNumber === wish.subjectNumber) ?? problem('not-found');
  const offer = await services.verification.post('/internal/type-offers', typeOfferSchema, {
    filingType: wish.filingType,
    province: filed.province,
  });
  if (offer.stop !== undefined) {
    const entries = [{ pointer: '/filingType', ...offer.stop }];
    return problem('type-not-offered', { detail: offer.en, entries });
  }
  const opening = await openings.reserve({ accountId, checkId: act.messageId, messageId: act.messageId });
  const known = await filings.find(opening.filingId);
  if (known !== undefined) return shown(act, known, 201);
  const opened = await openParts(deps, { filingId: opening.filingId, accountId, wish, offer });
  const snapshot = await startFiling(deps, opened, act.messageId);
  await filings.take(snapshot);
  return shown(act, snapshot, 201);
}

interface Parts {
  readonly filingId: FilingId;
  readonly accountId: string;
  readonly wish: Wish;
  readonly offer: Offer;
}

/** The subject first: it says whether another filing is in the way, and what is locked. */
async function openParts({ services, config }: OpenFilingDeps, parts: Parts): Promise<OpenedFiling> {
  const { filingId, accountId, wish, offer } = parts;
  const { subjectNumber, filingType, siteNumbers } = wish;
  const { pack } = offer;
  const asOf = config.AS_OF ?? offer.asOf;
  const path = `/internal/filings/${filingId}`;
  const rules = { pack, asOf };
  const part = await services.subject.put(`${path}/opening-of-filed`, subjectPartSchema, {
    accountId,
    subjectNumber,
    filingType,
    ...rules,
  });
  const { province, nature } = part.locked;
  const locked = { province, nature, filingType };
  await Promise.all([
    services.website.put(`${path}/opening-of-filed`, sitesSchema, { accountId, ...locked, siteNumbers, ...rules }),
    services.documents.put(`${path}/opening`, z.unknown(), { accountId, ...locked, ...rules }),
  ]);
  return {
    filingId,
    owner: accountId,
    ...locked,
    pack,
    pages: pagesOf(filingId, config),
    ...(config.AS_OF === undefined ? {} : { asOf: config.AS_OF }),
  };
}
