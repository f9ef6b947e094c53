import type { Day, FilingType, IdentityMethod, ProvinceCode } from '@beian/contracts';

/** Who may be subject administrator (主体负责人) of an organisation. */
export type SubjectAdministratorRule =
  | 'legal-rep'
  | 'legal-rep-or-letter'
  /** Named as the usual case only (2026). */
  | 'usually-legal-rep'
  /** Only if the organisation's name has a word of finance. */
  | 'legal-rep-if-finance-name'
  | 'free';

/** Who may be website administrator (网站负责人) of an organisation. */
export type SiteAdministratorRule =
  | 'free'
  | 'not-subject-admin'
  | 'legal-rep-or-letter'
  | 'legal-rep-if-finance-name'
  /** If the subject administrator is not the legal representative: the same person. */
  | 'subject-admin-unless-legal-rep'
  | 'not-under-another-subject'
  | 'residence-paper-if-elsewhere';

/** Roles whose domain an organisation may file as its own; `unit` is the organisation (or the individual) itself. */
export type HolderRole = 'unit' | 'legal-rep' | 'shareholder' | 'manager' | 'subject-admin' | 'site-admin';

/** When the domain's certificate is asked. */
export type DomainCertificateRule =
  | { readonly when: 'never' | 'every' | 'new-domains' | 'new-and-change-orders' | 'with-site-plan' }
  | { readonly when: 'from-in-order' | 'from-under-subject'; readonly from: number };

/** An individual whose certificate is from another province. */
export type ElsewhereRule =
  | { readonly answer: 'refused' }
  | { readonly answer: 'allowed' }
  | { readonly answer: 'with-paper'; readonly papersZh: string; readonly papersEn: string };

export interface AgeRule {
  /** Years; younger is refused. */
  readonly refusedUnder: number;
  /** Years; younger is a warning, because no rule of this province is printed. */
  readonly doubtfulUnder?: number;
  /** Years; younger needs a paper. */
  readonly paperUnder?: number;
  readonly paper?: 'proof-of-work' | 'guardian-id';
}

/** May an individual's filing become another person's, or a unit's? */
export type TransferRule = 'yes' | 'no' | 'if-legal-rep' | 'if-legal-rep-or-site-admin';

export type RecipientRule =
  | 'subject-and-site-admins'
  | 'site-admins'
  | 'site-admins-and-subject-admin-if-changed'
  | 'subject-admin'
  | 'by-changed-part'
  | 'none';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Every key of a pack with the type of its value. Lists are complete for their day, never additions. */
export interface RuleValues {
  'sms.provinces': readonly ProvinceCode[];
  'sms.windowHours': number;
  'sms.delayMinutes': { readonly first: number; readonly resent: number };
  'sms.recipients': RecipientRule;
  /** `automaticAt`: time of the next day; `byHandAtMost` absent: no limit is printed. */
  'sms.resend': { readonly automaticAt?: string; readonly byHandAtMost?: number };
  /** The pack's own count: when the order goes back. Five wrong entries void a code in every pack besides. */
  'sms.maxWrong': { readonly count: number; readonly counts: 'certificate-tail' | 'any-item' };
  'sms.onTimeout': { readonly fastLane: boolean };
  'site.maxDomains': number | null;
  'site.change.domains': 'add-alter-delete' | 'delete-only';
  'order.maxSites': number | null;
  'order.maxDomains': number | null;
  'subject.maxSites': number | null;
  /** Site plan (网站建设方案书) over so many, guarantee letter from so many. */
  'site.plan': { readonly counts: 'domains' | 'sites'; readonly planOver: number; readonly guaranteeFrom?: number };
  'identity.methods': readonly IdentityMethod[];
  'identity.step': 'after-review' | 'before-submission';
  'review.providerWorkdays': Range;
  'review.photoWorkdays': Range;
  'review.handOverWorkdays': Range;
  'review.authorityWorkdays': Range;
  'review.stuckWorkdays': number;
  'review.idle': { readonly lapseDays: number; readonly reminderDays: readonly number[] };
  'realName.workdays': Range;
  'identity.faceHours': { readonly link: number; readonly result: number };
  'publicSecurity.days': number;
  'correction.days': { readonly workdaysAfterDiscovery: number; readonly daysBeforeChange: number };
  'preapproval.kinds': readonly string[];
  'preapproval.abolished': readonly { readonly kind: string; readonly except: readonly ProvinceCode[] }[];
  'subject.emergencyPhone': boolean;
  'serviceCode.entry': 'typed' | 'typed-or-picked';
  'serviceCode.unit': 'website' | 'domain';
  'server.months': {
    readonly bought: number;
    readonly remaining: number;
    readonly remainingSeverity: 'error' | 'warning';
  };
  'domain.minMonths': { readonly months: number; readonly severity: 'error' | 'warning' };
  'domain.warnUnderDays': number;
  'domain.suffixes': { readonly approved: readonly string[]; readonly refused: readonly string[] };
  'domain.holder': readonly HolderRole[];
  'domain.privacyOff': boolean;
  /** A change has the domains checked that were filed from this day on. */
  'domain.filedChecksFrom': Day;
  /** Suffixes of which a government site must use one; the next of public institutions. */
  'domain.government': readonly string[];
  'domain.institution': readonly string[];
  'address.sameProvince': boolean;
  'address.sameCity': boolean;
  'certificate.minMonths': { readonly months: number; readonly severity: 'error' | 'warning' };
  'certificate.idCardOnly': boolean;
  'certificate.elsewhere': ElsewhereRule;
  'subject.age': AgeRule;
  'subject.administrator': SubjectAdministratorRule;
  'subject.noForeigners': boolean;
  'site.administrator': SiteAdministratorRule;
  'site.personalContents': readonly number[];
  'phone.local': boolean;
  'phone.bills': boolean;
  'phone.landline': boolean;
  'siteName.beginnings': readonly string[];
  'siteName.sensitive': readonly string[];
  'siteName.personalEndings': readonly string[];
  'siteName.personalWords': readonly string[];
  'siteName.provinceWords': readonly string[];
  'siteName.pattern': { readonly endings: readonly string[]; readonly remark: boolean };
  'documents.subjectCertificate': Bilingual;
  'documents.statement': 'paper' | 'commitment' | 'paper-and-commitment';
  'documents.statementFingerprint': boolean;
  'documents.handHeld': boolean;
  'documents.domainCertificate': DomainCertificateRule;
  'documents.files': {
    readonly types: readonly string[];
    readonly maxBytes: number;
    readonly domainCertificateMinBytes: number;
  };
  'documents.capture': 'uploaded' | 'live-camera';
  'documents.staffingOffice': boolean;
  'documents.partyConfirmation': readonly FilingType[];
  'documents.financePromise': boolean;
  'documents.servicePromise': { readonly validWorkdays: number };
  'documents.confirmationSheet': boolean;
  'access.password': 'access-and-cancel' | 'access';
  'order.types': readonly FilingType[];
  'number.serialDigits': 8 | 10;
  'number.kindSuffix': boolean;
  'footer.link': string;
  'footer.number': 'subject' | 'site';
  'shellSubject.directAdd': readonly ProvinceCode[];
  'terms.siteAdmin': Bilingual;
  'transfer.person': TransferRule;
  'transfer.unit': TransferRule;
  /** What else the page of the province says, for people; not judged by a machine. */
  'province.remarks': readonly Bilingual[];
}

export type RuleKey = keyof RuleValues;
