import type { Finding, OffendingSpan } from '@beian/contracts';
import { findingTexts, type FindingCode } from './packs/finding-texts';
import { ask, type RuleContext } from './rule-context';
import type { RuleKey } from './rule-values';

export type { FindingCode };

/** Where a finding is, and what fills its text. */
export interface FindingPlace {
  /** JSON pointer into the whole draft. */
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** `error` where nothing is said. */
  readonly severity?: Finding['severity'];
  readonly offending?: string;
  /** Where `offending` stands in the value at the pointer. */
  readonly span?: OffendingSpan;
  /** The rule of the pack that was broken: its source takes the place of the general one. */
  readonly by?: { readonly key: RuleKey; readonly context: RuleContext };
}

const fill = (text: string, params: FindingPlace['params']): string =>
  params === undefined || !text.includes('{')
    ? text
    : text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));

/** Makes a finding of the closed list of codes. */
export function finding(
  code: FindingCode,
  { pointer, params, severity = 'error', offending, span, by }: FindingPlace,
): Finding {
  const text = findingTexts.get(code);
  if (text === undefined) throw new Error(`no text for the finding ${code}`);
  const answer = by === undefined ? undefined : ask(by.key, by.context);
  const printed = answer === undefined || answer.answer === 'unknown' ? undefined : answer.record.source;
  return {
    code,
    pointer,
    severity,
    stage: text.stage,
    zh: fill(text.zh, params),
    en: fill(text.en, params),
    remedyZh: fill(text.remedyZh, params),
    remedyEn: fill(text.remedyEn, params),
    rule: by?.key ?? text.rule,
    source: by === undefined ? text.source : `${printed ?? text.source}; pack ${by.context.pack}`,
    ...(offending === undefined ? {} : { offending }),
    ...(span === undefined ? {} : { offendingSpan: span }),
  };
}

/** The reason of 15.6 for which this finding's fault would have been returned, if it has one. */
export const rejectCodeOf = (code: string): string | undefined => findingTexts.get(code)?.reject;
