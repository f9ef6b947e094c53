import type { Day, FilingType, ProvinceCode } from '@beian/contracts';
import type { Bilingual, RuleKey, RuleValues } from './rule-values';

/** Individuals are one kind of subject, all other natures the other. */
export type SubjectKind = 'individual' | 'organisation';

/** Where a record holds; an empty scope holds everywhere. */
export interface Scope {
  readonly province?: ProvinceCode;
  readonly subject?: SubjectKind;
  readonly filingType?: FilingType;
}

/**
 * `high`: founding document, official notice, or two sources that agree · `medium`: documentation of one provider ·
 * `low`: digest or web page · `inferred`: our reading (`rules.md` 0.1).
 */
export type Confidence = 'high' | 'medium' | 'low' | 'inferred';

/** One dated fact of the regulation (`rules.md` 0.1). */
export interface RuleRecord<K extends RuleKey = RuleKey> {
  readonly key: K;
  readonly scope: Scope;
  /** Absent: the source was read and prints no rule. */
  readonly value?: RuleValues[K];
  /** First day on which it holds (Shanghai); absent: as far back as is known. */
  readonly validFrom?: Day;
  /** Last day on which it holds; absent: still valid, until a later record of the same key and scope begins. */
  readonly validTo?: Day;
  readonly source: string;
  readonly confidence: Confidence;
  /** What a person should be told. */
  readonly note: Bilingual;
}

type Writing<K extends RuleKey> = Omit<RuleRecord<K>, 'key' | 'scope' | 'note'> & Scope & Bilingual;

/** Writes a record as one flat object; keeps key and value together for the compiler. */
export function rule<K extends RuleKey>(key: K, writing: Writing<K>): RuleRecord<K> {
  const { province, subject, filingType, zh, en, ...rest } = writing;
  const scope: Scope = {
    ...(province === undefined ? {} : { province }),
    ...(subject === undefined ? {} : { subject }),
    ...(filingType === undefined ? {} : { filingType }),
  };
  return { ...rest, key, scope, note: { zh, en } } as RuleRecord<K>;
}
