import type { AdministratorKey, FilingType, SiteDraft } from '@beian/contracts';
import { canonicalJson, filingMark } from '@beian/platform';

/** A site as it is filed, as far as a draft of it is compared with that. */
export interface FiledSite {
  /** Filing number of the site (备案号 with its suffix). */
  readonly number: string;
  readonly domains: readonly string[];
  readonly administrator?: AdministratorKey;
  /** Over everything that is filed, keyed by the filing (decisions 33). */
  readonly mark: string;
}

/** A service code is used up by the filing it was given for, and a remark speaks of one order: neither is filed. */
export function filedDraft({ serviceCode: _used, remark: _said, ...draft }: SiteDraft): SiteDraft {
  return draft;
}

interface Keyed {
  readonly hmacKey: Buffer;
  readonly filingId: string;
}

const markOf = (draft: SiteDraft, { hmacKey, filingId }: Keyed): string =>
  filingMark(hmacKey, filingId, canonicalJson(filedDraft(draft)));

export function filedSite(filed: { readonly number: string; readonly draft: SiteDraft }, keyed: Keyed): FiledSite {
  const { number, draft } = filed;
  const { domains = [], administrator } = draft;
  const who = administrator === undefined ? {} : { administrator };
  return { number, domains, ...who, mark: markOf(draft, keyed) };
}

/** What of a draft differs from what is filed. */
export const differsFrom = (filed: FiledSite, draft: SiteDraft, keyed: Keyed) => ({
  changed: markOf(draft, keyed) !== filed.mark,
  otherAdministrator:
    (draft.administrator ?? 'subject-administrator') !== (filed.administrator ?? 'subject-administrator'),
});

/** What a filing of this type may do to its sites (rules.md 1.1, 9.7): a change alters them, a cancellation nothing. */
export const siteScope = (filingType: FilingType) => ({
  alters: filingType !== 'CHANGE_SUBJECT' && !filingType.startsWith('CANCEL'),
  /** Whether sites come and go, and the first one keeps the domain of *Verify Filing Type* (T17). */
  adds: !filingType.startsWith('CHANGE') && !filingType.startsWith('CANCEL'),
});

/** Types that are about named sites; the others about none, or about all there are. */
export const namesSites = (filingType: FilingType): boolean =>
  ['CHANGE_SITE', 'CHANGE_BOTH', 'CANCEL_SITE', 'CANCEL_ACCESS'].includes(filingType);
