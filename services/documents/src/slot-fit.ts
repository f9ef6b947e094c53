import type { Finding, Nature } from '@beian/contracts';
import type { ProblemEntry } from '@beian/contracts/schemas';
import { slotTexts, type SlotKind } from '@beian/rules';
import { currentPapers } from './current-papers';
import type { Document, DocumentsOfFiling } from './document';
import type { PaperSlot } from './paper-slots';
import { leastSidePixels, sheetPixels } from './picture-limits';
import type { PictureLook } from './re-encode-picture';
import {
  uploadDoubts,
  uploadRefusals,
  type RefusalText,
  type UploadDoubt,
  type UploadRefusal,
} from './upload-refusals';

/*
 * What can be known of a file at its upload about the slot it was uploaded for, so that nothing fails at the end for a
 * reason that was knowable here. No source prints a shape or an orientation of pictures (rules.md 5.3): none is asked.
 */

/** Papers of an organisation's persons and standing: an individual has none of them (rules.md 5.1). */
const ofOrganisations: readonly SlotKind[] = [
  'subject-certificate',
  'subject-administrator-id-front',
  'subject-administrator-id-back',
  'site-administrator-id-front',
  'site-administrator-id-back',
  'letter-subject-administrator',
  'letter-site-administrator',
  'staffing-office-certificate',
  'pre-approval',
  'finance-promise',
];
const ofIndividuals: readonly SlotKind[] = ['subject-certificate-front', 'subject-certificate-back'];
const ofCancellations: readonly SlotKind[] = [
  'subject-certificate',
  ...ofIndividuals,
  'authenticity-statement',
  'authenticity-commitment',
];

/**
 * Why no order of this nature and type has such a paper; undefined if one may have it. Only what *Verify Filing Type*
 * fixed for good is asked: pack and day may still move before the submission, and with them what a province wants.
 */
export function misplaced({ kind, zh, en, key }: PaperSlot, filing: DocumentsOfFiling): ProblemEntry | undefined {
  const say = (why: Pick<ProblemEntry, 'zh' | 'en' | 'remedyZh' | 'remedyEn'>): ProblemEntry => ({
    pointer: `/documents/${key}`,
    code: 'slot-not-of-filing',
    ...why,
  });
  if (filing.filingType.startsWith('CANCEL') && !ofCancellations.includes(kind))
    return say({
      zh: `注销备案不需要${zh}`,
      en: `a cancellation takes no such paper: ${en}`,
      remedyZh: '只上传主办单位证件和真实性核验材料',
      remedyEn: 'upload certificate and statement only',
    });
  if ((isIndividual(filing.nature) ? ofOrganisations : ofIndividuals).includes(kind))
    return say(
      isIndividual(filing.nature)
        ? {
            zh: `个人备案没有“${zh}”这一项`,
            en: `an individual's filing has no such slot: ${en}`,
            remedyZh: '本人证件上传到“本人证件（正面）”和“本人证件（反面）”',
            remedyEn: 'your own ID goes into “own ID, front” and “own ID, back”',
          }
        : {
            zh: `单位备案没有“${zh}”这一项`,
            en: `the filing of an organisation has no such slot: ${en}`,
            remedyZh: '单位证件上传到“主办单位证件”，负责人证件上传到负责人的项目',
            remedyEn:
              'the certificate goes into “certificate of the subject”, IDs into the slots of the administrators',
          },
    );
  return undefined;
}

const isIndividual = (nature: Nature): boolean => nature === 'individual';

/** Papers each of which shows something of its own: the same picture can be right in one slot at most. */
const unmistakable: readonly SlotKind[] = [
  ...ofIndividuals,
  ...ofOrganisations.slice(0, 5),
  'authenticity-statement',
  'site-administrator-photo',
  'hand-held-photo',
];
/** One person may stand in two places, and his card with him. */
const side = (kind: SlotKind): string => kind.replace(/^(subject|site)-administrator-id/, 'administrator-id');

/** The slot in which this picture lies already although it cannot belong into both; `sha256` of the sent and kept bytes. */
export function sameElsewhere(
  slot: PaperSlot,
  picture: { readonly sent: string; readonly kept: string },
  { filing, documents }: { readonly filing: DocumentsOfFiling; readonly documents: readonly Document[] },
): string | undefined {
  if (!unmistakable.includes(slot.kind)) return undefined;
  const other = currentPapers(documents, filing).find(
    (paper) =>
      unmistakable.includes(paper.slot.kind) &&
      side(paper.slot.kind) !== side(slot.kind) &&
      paper.pages.some(({ stated, accepted }) => stated.sha256 === picture.sent || accepted?.sha256 === picture.kept),
  );
  return other?.slot.key;
}

export interface SeenPicture {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly look: PictureLook;
}

/** What of the picture alone keeps it out of this slot. */
export function unfitPicture({ widthPixels, heightPixels, look }: SeenPicture): UploadRefusal | undefined {
  if (!covers({ widthPixels, heightPixels }, leastSidePixels)) return 'too-small-picture';
  return look === 'blank' ? 'blank' : undefined;
}

/** Papers whose original has colour: cards, licences, sealed and signed sheets, photos (rules.md 5.3). */
export function doubtsAbout({ sheet }: PaperSlot, seen: SeenPicture): readonly UploadDoubt[] {
  return [
    ...(seen.look === 'grey' ? (['grey'] as const) : []),
    ...(sheet && !covers(seen, sheetPixels) ? (['coarse-print'] as const) : []),
  ];
}

const covers = (
  { widthPixels, heightPixels }: Pick<SeenPicture, 'widthPixels' | 'heightPixels'>,
  least: { readonly shorter: number; readonly longer: number },
): boolean =>
  Math.min(widthPixels, heightPixels) >= least.shorter && Math.max(widthPixels, heightPixels) >= least.longer;

/** The finding about one version: names its slot, what is wrong and how to mend it, in both languages. */
export function findingAbout(
  slot: PaperSlot,
  {
    code,
    severity,
    text,
    otherSlot,
  }: {
    readonly code: UploadRefusal | UploadDoubt;
    readonly severity: Finding['severity'];
    readonly text: RefusalText;
    readonly otherSlot?: string | undefined;
  },
): Finding {
  const said = filled(text, slot, otherSlot);
  return {
    code: `upload-${code}`,
    pointer: `/documents/${slot.key}`,
    severity,
    stage: 'draft',
    zh: `${slot.zh}：${said.zh}`,
    en: `${slot.en}: ${said.en}`,
    remedyZh: said.remedyZh,
    remedyEn: said.remedyEn,
    rule: 'documents.files',
    source: 'A-cn; H-kb; rules.md 5.3',
  };
}

/** The text of a refusal with the names of the slots in it. */
export function filled(text: RefusalText, slot: PaperSlot, otherSlot: string | undefined): RefusalText {
  const other = otherSlot === undefined ? undefined : slotTexts[otherSlot.split(':')[0] as SlotKind];
  const names: Readonly<Record<string, string>> = {
    slotZh: slot.zh,
    slotEn: slot.en,
    otherZh: other?.zh ?? '',
    otherEn: other?.en ?? '',
  };
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  return { zh: fill(text.zh), en: fill(text.en), remedyZh: fill(text.remedyZh), remedyEn: fill(text.remedyEn) };
}

export const refusalFinding = (slot: PaperSlot, code: UploadRefusal, otherSlot?: string): Finding =>
  findingAbout(slot, { code, severity: 'error', text: uploadRefusals[code], otherSlot });

export const doubtFinding = (slot: PaperSlot, code: UploadDoubt): Finding =>
  findingAbout(slot, { code, severity: 'warning', text: uploadDoubts[code] });
