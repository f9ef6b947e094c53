import { createHash } from 'node:crypto';
import type { DocumentFacts, Examination, Finding, PinnedRules, SubjectFacts } from '@beian/contracts';
import { canonicalJson } from '@beian/platform';
import { finding, identityStep, type RuleContext } from '@beian/rules';
import { currentPapers, type Paper } from './current-papers';
import type { Document, DocumentsOfFiling } from './document';
import { filled } from './slot-fit';
import { uploadRefusals } from './upload-refusals';

export interface Examined {
  readonly filing: DocumentsOfFiling;
  readonly documents: readonly Document[];
  readonly rules: PinnedRules;
  readonly subject: Pick<SubjectFacts, 'administrators'>;
  /** Number the facts carry: of the revision that would be pinned. */
  readonly revision: number;
}

/**
 * What `documents` says of its own part: which slots hold accepted papers, and what stands in the way of the newest
 * uploads. Which papers an order needs is judged from this sheet by who sees all parts (rules.md 15.4). Papers of an
 * administrator who is no longer named in the filing are left out: they go to nobody.
 */
export function examineDocuments(examined: Examined): Examination<DocumentFacts> {
  const { filing, documents, rules, subject, revision } = examined;
  const { province, nature, filingType } = filing;
  const context: RuleContext = { ...rules, province, nature, filingType };
  const named = new Set<string>(subject.administrators.map(({ key }) => key));
  const papers = currentPapers(documents, context).filter(
    ({ slot }) => slot.administrator === undefined || named.has(slot.administrator),
  );
  const findings = papers.flatMap(findingsOf);
  const held = papers.filter(({ pages }) => pages.length > 0);
  const facts: DocumentFacts = {
    revision,
    sha256: contentHash(held, context),
    slots: held.map(({ slot, pages }) => {
      const validUntil = pages.at(-1)?.stated.validUntil;
      return {
        slot: slot.key,
        versionIds: pages.map(({ versionId }) => versionId),
        ...(validUntil === undefined ? {} : { validUntil }),
      };
    }),
    lastChange: filing.changedAt.toISOString(),
  };
  const ok = !findings.some(({ severity }) => severity === 'error');
  return ok ? { ok, findings, facts } : { ok, findings, facts };
}

/** A refused upload is an error where the slot has nothing else, a warning where an older paper still counts. */
function findingsOf({ slot, pages, newest }: Paper): readonly Finding[] {
  const pointer = `/documents/${slot.key}`;
  const named = { slotZh: slot.zh, slotEn: slot.en };
  if (newest.state === 'quarantined') return [finding('document-being-checked', { pointer, params: named })];
  const refusal = newest.lost ? 'lost' : newest.refusal;
  if (refusal === undefined || refusal === 'expired') return [];
  const { zh: whyZh, en: whyEn, remedyZh, remedyEn } = filled(uploadRefusals[refusal], slot, newest.otherSlot);
  return [
    finding('document-refused', {
      pointer,
      params: { ...named, whyZh, whyEn, remedyZh, remedyEn },
      severity: pages.length === 0 ? 'error' : 'warning',
    }),
  ];
}

/**
 * Same papers, same hash: it decides whether anything changed since an earlier submission. The photo of the identity
 * check comes after the submission where the pack wants it so, and is no change then.
 */
function contentHash(papers: readonly Paper[], context: RuleContext): string {
  const photoIsLater = identityStep(context) === 'after-review';
  const content = papers
    .filter(({ slot }) => !(photoIsLater && slot.kind === 'site-administrator-photo'))
    .map(({ slot, pages }) => [
      slot.key,
      ...pages.map(({ accepted, stated }) => [accepted?.sha256, stated.validUntil ?? null]),
    ]);
  return createHash('sha256')
    .update(canonicalJson(content.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))))
    .digest('hex');
}
