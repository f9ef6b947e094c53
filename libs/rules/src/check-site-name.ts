import type { Finding, OffendingSpan } from '@beian/contracts';
import { finding, type FindingCode } from './finding';
import { provinceNames } from './check-person';
import { provinces } from './provinces';
import { certain, ruled, subjectKindOf, type RuleContext } from './rule-context';
import type { RuleKey } from './rule-values';

/** A website name as typed, with what it is compared with. */
export interface TypedSiteName {
  readonly name: string;
  readonly pointer: string;
  readonly domains?: readonly string[];
  readonly remark?: string;
  /** Name of the subject: an individual's own name may not be in the website's. */
  readonly subjectName?: string;
}

/** Bodies that may be national, and so may begin their names with 中国. */
const mayBeNational = ['government', 'defence-body', 'mass-organisation', 'public-institution'];
const companyWords = ['公司', '集团', '企业', '股份'];
const allowedSigns = /[\p{L}\p{N}\p{M}·\-()（）\s]/u;
const han = /\p{Script=Han}/u;

/** Every fault of a website name (网站名称), each with the offending part (rules.md 4.1, 4.2). */
export function checkSiteName(typed: TypedSiteName, context: RuleContext): readonly Finding[] {
  const findings = [...checkShape(typed), ...checkGeneralWords(typed, context)];
  if (subjectKindOf(context.nature) === 'organisation') return findings;
  return [...findings, ...checkPersonalName(typed, context)];
}

/** The first place of a part inside the name. */
const spanOf = (name: string, part: string): OffendingSpan => {
  const start = name.indexOf(part);
  return { start, end: start + part.length };
};

function checkShape({ name, pointer, domains = [] }: TypedSiteName): readonly Finding[] {
  const at = { pointer, offending: name, span: { start: 0, end: name.length } };
  const letters = name.normalize('NFKC').replace(/\s/g, '');
  if (domains.some((domain) => domain.toLowerCase() === letters.toLowerCase()))
    return [finding('site-name-is-domain', at)];
  if (/^\d+$/.test(letters)) return [finding('site-name-digits', at)];
  if (/^[A-Za-z]+$/.test(letters)) return [finding('site-name-latin', at)];
  const symbol = [...name].find((sign) => !allowedSigns.test(sign));
  const findings =
    symbol === undefined
      ? []
      : [
          finding('site-name-symbol', {
            pointer,
            params: { word: symbol },
            offending: symbol,
            span: spanOf(name, symbol),
          }),
        ];
  const characters = [...name].filter((sign) => han.test(sign)).length;
  return characters >= 3 ? findings : [...findings, finding('site-name-too-short', at)];
}

interface WordRule {
  readonly code: FindingCode;
  readonly key: RuleKey;
  readonly words: readonly string[];
  readonly match: 'begins' | 'contains' | 'ends';
}

const matches = (name: string, word: string, match: WordRule['match']): boolean =>
  match === 'begins' ? name.startsWith(word) : match === 'ends' ? name.endsWith(word) : name.includes(word);

/** One finding per matched word; a word inside a longer matched one (购 in 网购) is not said twice. */
function wordFindings(
  { code, key, words, match }: WordRule,
  { name, pointer }: TypedSiteName,
  context: RuleContext,
): readonly Finding[] {
  const matched = words.filter((word) => matches(name, word, match));
  const longest = matched.filter((word) => !matched.some((longer) => longer !== word && longer.includes(word)));
  return longest.map((word) =>
    finding(code, {
      pointer,
      params: { word, ...provinceNames(context) },
      offending: word,
      span: match === 'ends' ? { start: name.length - word.length, end: name.length } : spanOf(name, word),
      by: { key, context },
    }),
  );
}

function checkGeneralWords(typed: TypedSiteName, context: RuleContext): readonly Finding[] {
  const beginnings = mayBeNational.includes(context.nature) ? [] : certain('siteName.beginnings', context);
  return [
    ...wordFindings(
      { code: 'site-name-beginning', key: 'siteName.beginnings', words: beginnings, match: 'begins' },
      typed,
      context,
    ),
    ...wordFindings(
      {
        code: 'site-name-sensitive',
        key: 'siteName.sensitive',
        words: certain('siteName.sensitive', context),
        match: 'contains',
      },
      typed,
      context,
    ),
  ];
}

/** A province's fixed pattern beats the general words, which forbid what it asks for (Jiangsu, C19). */
function checkPersonalName(typed: TypedSiteName, context: RuleContext): readonly Finding[] {
  const pattern = ruled('siteName.pattern', context);
  if (pattern !== undefined) return checkPattern(typed, pattern.endings, context);
  const { pointer, name, subjectName } = typed;
  const findings = [
    ...wordFindings(
      {
        code: 'site-name-personal-ending',
        key: 'siteName.personalEndings',
        words: certain('siteName.personalEndings', context),
        match: 'ends',
      },
      typed,
      context,
    ),
    ...wordFindings(
      {
        code: 'site-name-personal-word',
        key: 'siteName.personalWords',
        words: certain('siteName.personalWords', context),
        match: 'contains',
      },
      typed,
      context,
    ),
    ...wordFindings(
      {
        code: 'site-name-province-word',
        key: 'siteName.provinceWords',
        words: ruled('siteName.provinceWords', context) ?? [],
        match: 'contains',
      },
      typed,
      context,
    ),
  ];
  const companyWord = companyWords.find((word) => name.includes(word));
  if (companyWord !== undefined && !findings.some(({ offending }) => offending === companyWord)) {
    findings.push(
      finding('site-name-company-word', {
        pointer,
        params: { word: companyWord },
        offending: companyWord,
        span: spanOf(name, companyWord),
      }),
    );
  }
  if (subjectName && name.includes(subjectName)) {
    const span = spanOf(name, subjectName);
    findings.push(
      finding('site-name-person', { pointer, params: { word: subjectName }, offending: subjectName, span }),
    );
  }
  const place = provinces.find(({ zh }) => name.includes(zh))?.zh;
  if (place !== undefined) {
    findings.push(
      finding('site-name-place', {
        pointer,
        params: { word: place },
        severity: 'warning',
        offending: place,
        span: spanOf(name, place),
      }),
    );
  }
  return findings;
}

function checkPattern(
  { name, pointer, remark = '' }: TypedSiteName,
  endings: readonly string[],
  context: RuleContext,
): readonly Finding[] {
  const by = { key: 'siteName.pattern', context } as const;
  const ending = endings.find((text) => name.endsWith(text) && name.length > text.length);
  if (ending === undefined) {
    return [
      finding('site-name-pattern', {
        pointer,
        params: { endings: endings.join(' / '), ...provinceNames(context) },
        offending: name,
        span: { start: 0, end: name.length },
        by,
      }),
    ];
  }
  if (remark.trim() !== '') return [];
  return [finding('site-name-pattern-remark', { pointer: pointer.replace(/\/name$/, '/remark'), by })];
}
