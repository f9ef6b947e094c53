import { natures, rulePackIds, type Finding, type Nature, type RulePackId } from '@beian/contracts';
import { checkSiteDraft } from './check-site-draft';
import { checkSubjectDraft } from './check-subject-draft';
import { allRecords } from './packs/all-records';
import { certificateTypesOf } from './packs/natures';
import { provinces } from './provinces';
import { requirements } from './requirements';
import { ask, type RuleContext } from './rule-context';
import { rulePacks } from './rule-packs';

/** Sums over the 31 provinces: how the keys are answered, and what a page, an order and an empty draft hold. */
export interface Coverage {
  readonly rule: number;
  readonly inherited: number;
  readonly nonePrinted: number;
  readonly unknown: number;
  readonly requirements: number;
  readonly slots: number;
  readonly findingsOfEmptyDraft: number;
}

export const allKeys = [...new Set(allRecords.map(({ key }) => key))].sort();

/** The day on which a pack is walked: its first of full rows, which is its own beginning. */
export const walkedDay = (pack: RulePackId): string => (pack === '2018-06' ? '2018-06-09' : rulePacks[pack].from);

const answers = { rule: 'rule', inherited: 'inherited', 'none-printed': 'nonePrinted', unknown: 'unknown' } as const;

/** What a context gives, with every source that is missing. */
function resolve(context: RuleContext): { readonly counts: Coverage; readonly faults: readonly string[] } {
  const counts = {
    rule: 0,
    inherited: 0,
    nonePrinted: 0,
    unknown: 0,
    requirements: 0,
    slots: 0,
    findingsOfEmptyDraft: 0,
  };
  const faults: string[] = [];
  for (const key of allKeys) {
    const answer = ask(key, context);
    counts[answers[answer.answer]] += 1;
    if (answer.answer !== 'unknown' && !answer.record.source.includes('rules.md')) faults.push(key);
  }
  const page = requirements(context);
  const items = page.sections.flatMap((section) => section.items);
  counts.requirements = items.length;
  counts.slots = page.documents.length;
  faults.push(...items.filter(({ source, zh, en }) => !source || !zh || !en).map(({ rule }) => rule));
  faults.push(...page.documents.filter(({ source }) => !source).map(({ key }) => key));
  const findings = emptyDraft(context);
  counts.findingsOfEmptyDraft = findings.length;
  faults.push(...findings.filter((one) => !isWhole(one)).map(({ code }) => code));
  return { counts, faults };
}

export const isWhole = ({ code, pointer, stage, zh, en, remedyZh, remedyEn, rule, source }: Finding): boolean =>
  [code, stage, zh, en, remedyZh, remedyEn, rule, source].every((text) => text.length > 0) &&
  pointer.startsWith('/') &&
  ![zh, en, remedyZh, remedyEn].some((text) => /\{\w+\}/.test(text));

function emptyDraft(context: RuleContext): readonly Finding[] {
  const certificateType = certificateTypesOf(context.nature)[0] ?? 'other';
  return [
    ...checkSubjectDraft({ administrators: {} }, { ...context, certificateType, certificateNumber: '' }),
    ...checkSiteDraft({}, { ...context, siteId: 's' }),
  ];
}

const add = (a: Coverage, b: Coverage): Coverage =>
  Object.fromEntries(
    Object.entries(a).map(([name, n]) => [name, n + b[name as keyof Coverage]]),
  ) as unknown as Coverage;

interface Walk {
  readonly counts: Readonly<Record<string, Readonly<Record<string, Coverage>>>>;
  readonly faults: readonly string[];
}

/** Walks every pack, nature and province once; the counts by pack and nature are those of `fixtures/coverage.json`. */
export function coverage(): Walk {
  const faults: string[] = [];
  const of = (pack: RulePackId, nature: Nature): Coverage =>
    provinces
      .map(({ code: province, en }) => {
        const found = resolve({ pack, asOf: walkedDay(pack), province, nature, filingType: 'FIRST' });
        faults.push(...found.faults.map((fault) => `${pack} ${en} ${nature}: ${fault}`));
        return found.counts;
      })
      .reduce(add);
  const counts = Object.fromEntries(
    rulePackIds.map((pack) => [pack, Object.fromEntries(natures.map((nature) => [nature, of(pack, nature)]))]),
  );
  return { counts, faults };
}
