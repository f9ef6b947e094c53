import type { ServiceCode, SiteDraft } from '@beian/contracts';
import type { sitesSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import type { KnownCode } from './service-code.store';
import type { Site, WebsitePart } from './website.store';

export type SitesView = z.output<typeof sitesSchema>;
export type SiteView = SitesView['sites'][number];

const fields = [
  'name',
  'domains',
  'homePage',
  'serviceContents',
  'languages',
  'preapprovals',
  'administrator',
  'serviceCode',
] as const;

/** A site as its owner sees it, with the count of what the form asks (rules.md 4.4); an empty pre-approval list is an answer. */
export const siteView = ({ siteId, version, draft }: Site): SiteView => ({
  siteId,
  version,
  draft,
  completeness: { filled: fields.filter((field) => isFilled(draft, field)).length, of: fields.length },
});

export const sitesView = ({ sites }: Pick<WebsitePart, 'sites'>): SitesView => ({ sites: sites.map(siteView) });

/** A code without whose it is and which filing uses it. */
export const codeView = ({ owner: _owner, filingId: _filing, ...code }: KnownCode): ServiceCode => code;

function isFilled(draft: SiteDraft, field: (typeof fields)[number]): boolean {
  const value = draft[field];
  if (field === 'preapprovals') return value !== undefined;
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}
