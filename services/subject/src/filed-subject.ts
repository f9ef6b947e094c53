import type { AdministratorKey, FilingType, LockedSubject, PersonDraft, SubjectDraft } from '@beian/contracts';
import { canonicalJson, filingMark } from '@beian/platform';
import { canonicalNumber } from '@beian/rules';

/** What is filed, as far as a part is compared with it: marks under the key of its filing, no values (decisions 33). */
export interface FiledMarks {
  /** Filing number of the subject (备案号). */
  readonly subjectNumber: string;
  /** The subject's own data, its administrator among them. */
  readonly own: string;
  /** Each website administrator as he is filed. */
  readonly persons: Readonly<Partial<Record<AdministratorKey, { readonly all: string; readonly certificate: string }>>>;
}

type Content = Pick<SubjectDraft, 'administrators'> & Omit<SubjectDraft, 'administrators'>;
type Marker = (canonical: string) => string;

/** The password is a key for one act and a remark speaks of one order: neither is filed. */
function ownData({ administrators, filingPassword: _key, remark: _said, ...own }: Content): string {
  return canonicalJson([own, administrators['subject-administrator'] ?? null]);
}

const certificateOf = ({ certificateNumber = '' }: PersonDraft): string => canonicalNumber(certificateNumber);

/** Draws the marks of what is filed, for the filing that begins from it. */
export function filedMarks(
  hmacKey: Buffer,
  filingId: string,
  filed: { readonly subjectNumber: string; readonly draft: SubjectDraft },
): FiledMarks {
  const mark: Marker = (canonical) => filingMark(hmacKey, filingId, canonical);
  const { subjectNumber, draft } = filed;
  const persons = Object.entries(draft.administrators) as [AdministratorKey, PersonDraft][];
  return {
    subjectNumber,
    own: mark(ownData(draft)),
    persons: Object.fromEntries(
      persons.map(([key, person]) => [
        key,
        { all: mark(canonicalJson(person)), certificate: mark(certificateOf(person)) },
      ]),
    ),
  };
}

/** What of a draft differs from what is filed. */
export interface Differences {
  readonly own: boolean;
  /** A website administrator's data, or which of them there are. */
  readonly siteAdministrators: boolean;
  /** Whether another person stands in this place than the one filed. */
  readonly isNew: (key: AdministratorKey) => boolean;
}

export function differences(filed: FiledMarks, draft: SubjectDraft, mark: Marker): Differences {
  const keys = new Set([...Object.keys(draft.administrators), ...Object.keys(filed.persons)] as AdministratorKey[]);
  const person = (key: AdministratorKey) => draft.administrators[key];
  const all = (key: AdministratorKey) => {
    const one = person(key);
    return one === undefined ? undefined : mark(canonicalJson(one));
  };
  return {
    own: mark(ownData(draft)) !== filed.own,
    siteAdministrators: [...keys].some(
      (key) => key !== 'subject-administrator' && all(key) !== filed.persons[key]?.all,
    ),
    isNew: (key) => mark(certificateOf(person(key) ?? {})) !== filed.persons[key]?.certificate,
  };
}

/**
 * What a filing of this type may alter of the subject (rules.md 1.1, 9.7): a change of the websites their administrators, a
 * change of the subject everything else, a cancellation nothing. The number, the province and the certificate never.
 */
export const mayAlter = (filingType: FilingType): { readonly own: boolean; readonly siteAdministrators: boolean } => ({
  own: filingType !== 'CHANGE_SITE' && !filingType.startsWith('CANCEL'),
  siteAdministrators: filingType !== 'CHANGE_SUBJECT' && !filingType.startsWith('CANCEL'),
});

/** Types of *Verify Filing Type* whose subject is filed with this provider already: their form begins as it is filed. */
export const beginsAsFiled = ({ filingType }: Pick<LockedSubject, 'filingType'>): boolean =>
  filingType === 'ADD_SITE_HERE' || filingType === 'ACCESS_CONT';
