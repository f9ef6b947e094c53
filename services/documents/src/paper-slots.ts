import { certain, slotKindOf, slotTexts, type RuleContext, type SlotKind } from '@beian/rules';
import type { PictureType } from './re-encode-picture';

/** Whom or what a slot's paper is about: the part of its key after the kind. */
type Whose = 'nobody' | 'administrator' | 'perhaps-administrator' | 'domain' | 'approval';

interface SlotShape {
  readonly whose: Whose;
  /** Pictures that make up the paper, at most. */
  readonly pages: number;
  /** A full sheet of print (A4), of which 150 dpi are usual (rules.md 5.3). */
  readonly sheet?: true;
}

const single: SlotShape = { whose: 'nobody', pages: 1 };
const paged = (pages: number): SlotShape => ({ whose: 'nobody', pages });
const sheets = (pages: number): SlotShape => ({ whose: 'nobody', pages, sheet: true });

/**
 * The shape of every kind of slot. One paper is one picture, except those that have several sheets by their nature; the
 * advice to paste two pictures into one (rules.md 5.1) is a pain we do not repeat. The page counts are ours (inferred).
 */
const shapes: Readonly<Record<SlotKind, SlotShape>> = {
  'subject-certificate': single,
  'subject-certificate-front': single,
  'subject-certificate-back': single,
  'subject-administrator-id-front': single,
  'subject-administrator-id-back': single,
  'site-administrator-id-front': { whose: 'administrator', pages: 1 },
  'site-administrator-id-back': { whose: 'administrator', pages: 1 },
  'authenticity-statement': sheets(5),
  'authenticity-commitment': sheets(4),
  'site-administrator-photo': { whose: 'administrator', pages: 1 },
  'domain-certificate': { whose: 'domain', pages: 1 },
  'residence-permit': { whose: 'perhaps-administrator', pages: 2 },
  'hand-held-photo': single,
  'letter-subject-administrator': sheets(2),
  'letter-site-administrator': { whose: 'administrator', pages: 2, sheet: true },
  'registrant-proof': { whose: 'administrator', pages: 10 },
  'change-proof': paged(3),
  'staffing-office-certificate': paged(2),
  'party-confirmation': paged(3),
  'pre-approval': { whose: 'approval', pages: 3 },
  'site-plan': sheets(10),
  'guarantee-letter': sheets(2),
  'finance-promise': sheets(2),
  'beijing-confirmation-sheet': paged(5),
  'phone-bills': paged(9),
  'service-promise': sheets(2),
  'proof-of-work': paged(3),
  'guardian-id': paged(2),
};

const administrator = /^(subject-administrator|site-administrator-([1-9]|1\d|20))$/;
const forms: Readonly<Record<Whose, RegExp>> = {
  nobody: /^$/,
  administrator,
  'perhaps-administrator': /^(|subject-administrator|site-administrator-([1-9]|1\d|20))$/,
  domain: /^[0-9A-HJKMNP-TV-Z]{26}:([1-9]\d?|100)$/,
  approval: /^[0-9A-HJKMNP-TV-Z]{26}:[a-z][a-z-]{1,39}$/,
};

/** A slot (材料项) of one filing, as far as an upload into it has to fit. */
export interface PaperSlot {
  readonly key: string;
  readonly kind: SlotKind;
  readonly pages: number;
  readonly types: readonly PictureType[];
  readonly leastBytes?: number;
  /** Looked at as a full sheet of print. */
  readonly sheet: boolean;
  /** The administrator it is about, if it is about one. */
  readonly administrator?: string;
  readonly zh: string;
  readonly en: string;
}

const typesOf: Readonly<Record<string, PictureType>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
};

/** The slot of this key, by the filing's rule pack; undefined if there is none of that kind or shape. */
export function slotOf(context: RuleContext, key: string): PaperSlot | undefined {
  const kind = slotKindOf(key);
  if (kind === undefined) return undefined;
  const { whose: form, pages, sheet = false } = shapes[kind];
  const whose = key === kind ? '' : key.slice(kind.length + 1);
  if (!forms[form].test(whose) || (whose === '' && key !== kind)) return undefined;
  const files = certain('documents.files', context);
  const { zh, en } = slotTexts[kind];
  return {
    key,
    kind,
    pages,
    sheet,
    types: [...new Set(files.types.flatMap((type) => typesOf[type] ?? []))],
    ...(kind === 'domain-certificate' ? { leastBytes: files.domainCertificateMinBytes } : {}),
    ...(administrator.test(whose) ? { administrator: whose } : {}),
    zh,
    en,
  };
}
