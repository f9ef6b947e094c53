import { z } from 'zod';
import { findingSchema } from './filing';
import { text, ulid } from './text';

// What filed sites look like from outside (rules.md 9.5, 9.6): to their owner, and to the staff.

/** Where a domain leads: to our mainland servers, elsewhere, nowhere; `unknown` is no verdict. */
export const dnsStates = ['here', 'elsewhere', 'nowhere', 'unknown'] as const;
export const registrationStates = ['valid', 'expired', 'not-registered', 'unknown'] as const;
/** What stands on the home page; `not-looked` where the domain does not lead to us. */
export const homePageStates = [
  'fine',
  'no-number',
  'other-number',
  'no-link',
  'down',
  'forbidden-address',
  'not-looked',
] as const;

/** Codes of what may be found: an empty shell (空壳网站), a home page that does not answer, one without number and link. */
export const siteFaults = ['shell-site', 'FILED_SITE_DOWN', 'NO_FOOTER'] as const;

/** What `website-checked` carries: what is wrong with a domain of this site now; nothing, once it has been put right. */
export const websiteCheckedSchema = z.object({
  owner: ulid,
  siteNumber: z.string(),
  faults: z.array(z.enum(siteFaults)),
});

/** One domain of a filed site. Without `checkedAt` nobody has looked yet. */
export const siteCheckSchema = z
  .strictObject({
    siteNumber: z.string(),
    domain: z.string(),
    filingId: ulid,
    filedAt: z.string(),
    /** What the home page must show, and where the number must lead. */
    expected: z.strictObject({ number: z.string(), link: z.string() }),
    checkedAt: z.string().optional(),
    dns: z.enum(dnsStates).optional(),
    /** What the domain resolves to. */
    addresses: z.array(z.string()).optional(),
    registration: z.enum(registrationStates).optional(),
    homePage: z.enum(homePageStates).optional(),
    findings: z.array(findingSchema),
    /** Since when there has been a finding without a break. */
    failingSince: z.string().optional(),
  })
  .meta({ id: 'SiteCheck' });

/** A subject that is filed here and whose sites have all been cancelled (空壳主体). */
export const shellSubjectSchema = z
  .strictObject({ subjectNumber: z.string(), since: z.string(), findings: z.array(findingSchema) })
  .meta({ id: 'ShellSubject' });

export const siteChecksSchema = z
  .strictObject({ items: z.array(siteCheckSchema), shellSubjects: z.array(shellSubjectSchema) })
  .meta({ id: 'SiteChecks' });
/** A page of the staff's list: sites with findings first looked at longest ago. */
export const siteAuditSchema = z
  .strictObject({ items: z.array(siteCheckSchema), next: z.string().optional() })
  .meta({ id: 'SiteAudit' });
export const shellSubjectsSchema = z.strictObject({ items: z.array(shellSubjectSchema) }).meta({ id: 'ShellSubjects' });

/** The owner asks for a look now. */
export const checkSiteSchema = z
  .strictObject({ siteNumber: text(60).min(1) })
  .meta({ id: 'CheckSite', examples: [{ siteNumber: '津ICP备99000001号-1' }] });
export const checkOwnSiteSchema = checkSiteSchema.extend({ accountId: ulid });
