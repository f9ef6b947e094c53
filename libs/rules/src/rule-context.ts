import type { Day, FilingType, Nature, ProvinceCode, RulePackId } from '@beian/contracts';
import { lookUp, type RuleAnswer } from './look-up';
import type { Scope, SubjectKind } from './rule-record';
import type { RuleKey, RuleValues } from './rule-values';

/**
 * About which filing the rules are asked: pack and day are pinned at submission, the rest by *Verify Filing Type*
 * (验证备案类型). A `PlanContext` of contracts fits.
 */
export interface RuleContext {
  readonly pack: RulePackId;
  /** Day (Shanghai) on which the rules are read, `YYYY-MM-DD`; also the day on which ages and validities are counted. */
  readonly asOf: Day;
  /** Two digits of GB/T 2260. */
  readonly province: ProvinceCode;
  readonly nature: Nature;
  readonly filingType: FilingType;
}

export const subjectKindOf = (nature: Nature): SubjectKind => (nature === 'individual' ? 'individual' : 'organisation');

export const scopeOf = ({ province, nature, filingType }: RuleContext): Scope => ({
  province,
  subject: subjectKindOf(nature),
  filingType,
});

/** What the pack says of a key for this filing, with its source. */
export const ask = <K extends RuleKey>(key: K, context: RuleContext): RuleAnswer<K> =>
  lookUp(key, scopeOf(context), context);

/** The value of a key for this filing; undefined where no rule is printed or nothing is known. */
export function ruled<K extends RuleKey>(key: K, context: RuleContext): RuleValues[K] | undefined {
  const answer = ask(key, context);
  return answer.answer === 'rule' || answer.answer === 'inherited' ? answer.value : undefined;
}

/** A value that every pack has; a pack without it is a defect of the pack, found by its spec. */
export function certain<K extends RuleKey>(key: K, context: RuleContext): RuleValues[K] {
  const value = ruled(key, context);
  if (value === undefined) throw new Error(`pack ${context.pack} has no ${key} on ${context.asOf}`);
  return value;
}

/** Source of the record that answered, for findings and plans. */
export function sourceOf(key: RuleKey, context: RuleContext): string {
  const answer = ask(key, context);
  return answer.answer === 'unknown' ? `pack ${context.pack}` : `${answer.record.source}; pack ${context.pack}`;
}
