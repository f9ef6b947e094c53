import type { AdministratorKey, Day, ProvinceCode, SiteId } from './ids';
import type { FilingType, Nature } from './filing-facts';
import type { Finding } from './finding';

/** A part of a filing written for one recipient, sealed to him, in the object store: only key and hash travel. */
export interface DossierRef {
  readonly recipient: DossierRecipient;
  readonly key: string;
  readonly sha256: string;
}
export const dossierRecipients = ['authority', 'verification', 'notification'] as const;
export type DossierRecipient = (typeof dossierRecipients)[number];

/** What a service says of its own part: findings, and the facts that others need, without personal data. */
export type Examination<Facts> =
  | { readonly ok: true; readonly findings: readonly Finding[]; readonly facts: Facts }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly facts?: Facts };

/** One administrator, as far as others may know him: marks are HMACs under a key of this filing. */
export interface AdministratorFacts {
  readonly key: AdministratorKey;
  readonly phoneMark: string;
  readonly certificateMark: string;
  readonly legalRepresentative: boolean;
  /** The certificate was issued in the province of the filing (a warning only: people move). */
  readonly fromProvince: boolean;
  /** Another person than the one who is filed in this place; absent where nothing is filed here yet. */
  readonly isNew?: boolean | undefined;
}

/** Fact sheet of `subject` (主体). */
export interface SubjectFacts {
  readonly revision: number;
  readonly sha256: string;
  readonly province: ProvinceCode;
  readonly nature: Nature;
  readonly filingType: FilingType;
  readonly certificateType: string;
  /** HMAC of name, certificate type and number in canonical form: compared with the domain's registrant. */
  readonly holderMark: string;
  /** HMACs of the persons the province may accept as registrant (legal representative, …). */
  readonly personHolderMarks: readonly { readonly key: AdministratorKey; readonly mark: string }[];
  readonly administrators: readonly AdministratorFacts[];
  /** The subject's own data differ from what is filed; absent where nothing is filed here yet. */
  readonly changed?: boolean | undefined;
  readonly lastChange: string;
  /** Only after pinning. */
  readonly dossiers?: readonly DossierRef[];
}

/** One website (网站) in the fact sheet. */
export interface SiteFacts {
  readonly siteId: SiteId;
  readonly domains: number;
  readonly administrator: AdministratorKey;
  readonly preapprovals: readonly string[];
  /** Which registrant each domain has: the subject, one of its persons, or somebody else. */
  readonly holders: readonly ('subject' | AdministratorKey | 'other' | 'unknown')[];
  /** The site differs from what is filed; absent where it is not filed here yet. */
  readonly changed?: boolean | undefined;
  /** It names another place for its administrator than the one filed. */
  readonly otherAdministrator?: boolean | undefined;
}

/** Fact sheet of `website`. */
export interface WebsiteFacts {
  readonly revision: number;
  readonly sha256: string;
  readonly sites: readonly SiteFacts[];
  readonly lastChange: string;
  readonly dossiers?: readonly DossierRef[];
}

/** Fact sheet of `documents`: which slots hold an accepted version. */
export interface DocumentFacts {
  readonly revision: number;
  readonly sha256: string;
  /** Slot key such as `subject-certificate` or `site-administrator-id-front:site-administrator-1`. */
  readonly slots: readonly {
    readonly slot: string;
    readonly versionIds: readonly string[];
    readonly validUntil?: Day;
  }[];
  readonly lastChange: string;
  readonly dossiers?: readonly DossierRef[];
}

/** All fact sheets of one submission, and the hash over the three revisions that decides the fast lane. */
export interface FilingFacts {
  readonly subject: SubjectFacts;
  readonly website: WebsiteFacts;
  readonly documents: DocumentFacts;
}

/** What a filing alters of what is filed already (变更, rules.md 15.2); all false where nothing is compared. */
export interface FilingChanges {
  readonly subject: boolean;
  readonly sites: boolean;
  /** A website gets an administrator who was not its administrator before. */
  readonly newAdministrator: boolean;
}

/** Read from the fact sheets alone: what differs says its owner, who knows what is filed. */
export function changesIn({ subject, website }: Pick<FilingFacts, 'subject' | 'website'>): FilingChanges {
  const isNew = (key: AdministratorKey) => subject.administrators.find((one) => one.key === key)?.isNew ?? false;
  return {
    subject: subject.changed ?? false,
    sites: website.sites.some(({ changed }) => changed ?? false),
    newAdministrator: website.sites.some(
      ({ administrator, otherAdministrator }) => (otherAdministrator ?? false) || isNew(administrator),
    ),
  };
}
