import type { Day, RulePackId } from '@beian/contracts';
import { allRecords } from './packs/all-records';
import { effectiveDay, rulePacks } from './rule-packs';
import type { RuleRecord, Scope } from './rule-record';
import type { RuleKey, RuleValues } from './rule-values';

/** Which pack is asked, and about which day (Shanghai). Pinned at submission. */
export interface PackQuestion {
  readonly pack: RulePackId;
  readonly asOf: Day;
}

/**
 * What a pack says of a key. `rule`: a value that began with this pack (or has no known beginning, in the first pack).
 * `inherited`: a value of an earlier pack, still in force. `none-printed`: the source was read and prints no rule.
 * `unknown`: nothing is known.
 */
export type RuleAnswer<K extends RuleKey = RuleKey> =
  | {
      readonly answer: 'rule' | 'inherited';
      readonly value: RuleValues[K];
      readonly record: RuleRecord<K>;
      readonly beforeFirstPack: boolean;
    }
  | { readonly answer: 'none-printed'; readonly record: RuleRecord<K>; readonly beforeFirstPack: boolean }
  | { readonly answer: 'unknown'; readonly beforeFirstPack: boolean };

/** A province rule beats a general one even where it allows what the general one forbids (`rules.md` 0.1). */
const weight = ({ province, subject, filingType }: Scope): number =>
  (province === undefined ? 0 : 4) + (subject === undefined ? 0 : 2) + (filingType === undefined ? 0 : 1);

const fits = (wanted: Scope, scope: Scope): boolean =>
  (scope.province === undefined || scope.province === wanted.province) &&
  (scope.subject === undefined || scope.subject === wanted.subject) &&
  (scope.filingType === undefined || scope.filingType === wanted.filingType);

const isInForce = ({ validFrom, validTo }: RuleRecord, day: Day): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);

const byKey = new Map<RuleKey, RuleRecord[]>();
/** Records by key and province (empty: every province), so that a look-up never walks the other thirty. */
const byPlace = new Map<RuleKey, Map<string, RuleRecord[]>>();
for (const record of allRecords) {
  const { key, scope } = record;
  byKey.set(key, [...(byKey.get(key) ?? []), record]);
  const places = byPlace.get(key) ?? new Map<string, RuleRecord[]>();
  places.set(scope.province ?? '', [...(places.get(scope.province ?? '') ?? []), record]);
  byPlace.set(key, places);
}

/** The records of a key that hold somewhere inside a scope on a day; for people and previews. */
export function recordsInForce<K extends RuleKey>(key: K, { pack, asOf }: PackQuestion): readonly RuleRecord<K>[] {
  const day = effectiveDay(pack, asOf);
  return (byKey.get(key) ?? []).filter((record) => isInForce(record, day)) as RuleRecord<K>[];
}

/**
 * Looks a key up in a pack, for a scope, on the asked day. The most specific scope wins, among equals the record that
 * began last, and of two that began together the one with a stated end.
 */
export function lookUp<K extends RuleKey>(key: K, scope: Scope, question: PackQuestion): RuleAnswer<K> {
  const beforeFirstPack = question.asOf < rulePacks['2018-06'].from;
  const record = best(key, scope, question) as RuleRecord<K> | undefined;
  if (record === undefined) return { answer: 'unknown', beforeFirstPack };
  if (record.value === undefined) return { answer: 'none-printed', record, beforeFirstPack };
  const began = record.validFrom ?? '';
  const isInherited = question.pack !== '2018-06' && began < rulePacks[question.pack].from;
  return { answer: isInherited ? 'inherited' : 'rule', value: record.value, record, beforeFirstPack };
}

function best(key: RuleKey, scope: Scope, { pack, asOf }: PackQuestion): RuleRecord | undefined {
  const day = effectiveDay(pack, asOf);
  const places = byPlace.get(key);
  const found = bestOf(places?.get(''), scope, day);
  const own = scope.province === undefined ? undefined : bestOf(places?.get(scope.province), scope, day);
  return own ?? found; // a province's rule outweighs any general one
}

function bestOf(records: readonly RuleRecord[] | undefined, scope: Scope, day: Day): RuleRecord | undefined {
  let found: RuleRecord | undefined;
  for (const record of records ?? []) {
    if (!isInForce(record, day) || !fits(scope, record.scope)) continue;
    if (found === undefined || beats(record, found)) found = record;
  }
  return found;
}

function beats(candidate: RuleRecord, best: RuleRecord): boolean {
  const difference = weight(candidate.scope) - weight(best.scope);
  if (difference !== 0) return difference > 0;
  const [began, bestBegan] = [candidate.validFrom ?? '', best.validFrom ?? ''];
  return began === bestBegan ? candidate.validTo !== undefined : began > bestBegan;
}

/** The value of a key, or undefined where no rule is printed or nothing is known. */
export function valueOf<K extends RuleKey>(key: K, scope: Scope, question: PackQuestion): RuleValues[K] | undefined {
  const answer = lookUp(key, scope, question);
  return answer.answer === 'rule' || answer.answer === 'inherited' ? answer.value : undefined;
}
