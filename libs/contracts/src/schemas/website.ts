import { z } from 'zod';
import { rulePackIds } from '../filing-facts';
import { subjectFactsSchema } from './facts';
import { administratorKey, day, instant, provinceCode, text, ulid } from './text';

/** One website (网站) of a draft. */
export const siteDraftSchema = z
  .strictObject({
    name: text(60).optional(),
    domains: z.array(text(253)).max(50).optional(),
    homePage: text(300).optional(),
    /** Service content codes of the ministry (rules.md 4.4). */
    serviceContents: z.array(z.int().positive()).max(20).optional(),
    /** Language codes of the ministry (rules.md 4.4). */
    languages: z.array(z.int().min(1).max(17)).max(17).optional(),
    /** Pre-approvals (前置审批): an empty list is the explicit "none". */
    preapprovals: z
      .array(z.strictObject({ kind: text(40), number: text(60) }))
      .max(12)
      .optional(),
    administrator: administratorKey.optional(),
    serviceCode: text(60).optional(),
    remark: text(500).optional(),
  })
  .meta({
    id: 'SiteDraft',
    examples: [
      {
        name: '天津试验数据企业主页',
        domains: ['shiyan-000000001.cn'],
        homePage: 'www.shiyan-000000001.cn',
        serviceContents: [128],
        languages: [1],
        preapprovals: [],
        administrator: 'site-administrator-1',
      },
    ],
  });

export const sitePartSchema = z
  .strictObject({
    siteId: ulid,
    version: z.int(),
    draft: siteDraftSchema,
    completeness: z.strictObject({ filled: z.int(), of: z.int() }),
  })
  .meta({ id: 'SitePart' });
export const sitesSchema = z.strictObject({ sites: z.array(sitePartSchema) }).meta({ id: 'Sites' });

export const openWebsiteSchema = z.strictObject({
  accountId: ulid,
  domain: text(253).min(1),
  province: provinceCode,
  nature: text(40),
  filingType: text(40),
  pack: z.enum(rulePackIds),
  asOf: day,
});
/** Gateway → website: opens the sites of a filing that alters or ends what is filed, as they are filed. */
export const openFiledSitesSchema = z.strictObject({
  accountId: ulid,
  province: provinceCode,
  nature: text(40),
  filingType: text(40),
  /** The sites it is about; empty: none of them for a change of the subject, all for its cancellation. */
  siteNumbers: z.array(text(60).min(1)).max(100),
  pack: z.enum(rulePackIds),
  asOf: day,
});

/** Website → gateway: the sites the account has filed here. */
export const filedSitesSchema = z.strictObject({
  items: z.array(z.strictObject({ siteNumber: z.string(), domains: z.array(z.string()), filedAt: z.string() })),
});

export const addSiteSchema = z.strictObject({ accountId: ulid, draft: siteDraftSchema });
export const saveSiteSchema = z.strictObject({ accountId: ulid, version: z.int(), draft: siteDraftSchema });

export const domainStandingQuerySchema = z.strictObject({ accountId: ulid, domain: text(253).min(1) });
export const domainStandingSchema = z.strictObject({
  /** Registrable domain in ASCII, as it will be filed. */
  domain: z.string(),
  runningOrder: z.boolean(),
  hostedHere: z.boolean(),
  /** Set when what was typed is no registrable domain (T11, T12): the code of the finding. */
  refused: z.string().optional(),
});

export const serviceCodeStates = ['unbound', 'bound', 'in-progress', 'filed', 'void'] as const;
/** A service code (备案服务号): proof of a paid server at the provider. */
export const serviceCodeSchema = z
  .strictObject({
    id: ulid,
    code: z.string(),
    instanceId: z.string(),
    state: z.enum(serviceCodeStates),
    grantedTo: ulid.optional(),
    createdAt: z.string(),
  })
  .meta({ id: 'ServiceCode' });
export const applyServiceCodeSchema = z.strictObject({ accountId: ulid, instanceId: text(60).min(1) });
/** Gateway → website: lets another account use an own, unused code; without `grantedTo` takes that back. */
export const grantServiceCodeSchema = z.strictObject({ accountId: ulid, grantedTo: ulid.optional() });
export const serviceCodesSchema = z
  .strictObject({ items: z.array(serviceCodeSchema), next: z.string().optional() })
  .meta({ id: 'ServiceCodes' });

/** Gateway → website: look at the sites without taking a lock; the subject's facts say whose domains they must be. */
export const examineWebsiteSchema = z.strictObject({
  pack: z.enum(rulePackIds),
  asOf: day,
  at: instant,
  subject: subjectFactsSchema,
});
