import type { Day, FilingType, ProvinceCode, RulePackId } from '@beian/contracts';
import { lookUp, type RuleAnswer } from './look-up';
import { allRecords } from './packs/all-records';
import { rulePacks, type RulePack } from './rule-packs';
import type { Scope, SubjectKind } from './rule-record';
import type { RuleKey } from './rule-values';

/** One answer of a pack: the value with its source; absent where no rule is printed or nothing is known. */
export interface PackValue {
  readonly answer: RuleAnswer['answer'];
  readonly value?: unknown;
  readonly source?: string;
  readonly validFrom?: Day;
}

/** Where two packs answer differently; `provinces` empty: everywhere but where a province says otherwise. */
export interface PackDifference {
  readonly key: RuleKey;
  readonly provinces: readonly ProvinceCode[];
  readonly subject?: SubjectKind;
  readonly filingType?: FilingType;
  readonly before: PackValue;
  readonly after: PackValue;
}

/** The day on which a pack is compared: its last, or the first of the one that has no end. */
export function comparedDay(pack: RulePackId): Day {
  const { from, to }: RulePack = rulePacks[pack];
  return to ?? from;
}

/** Every scope that some record of a key has, the general one first. */
function scopesOf(key: RuleKey): readonly Scope[] {
  const scopes = new Map<string, Scope>([['{}', {}]]);
  for (const record of allRecords) if (record.key === key) scopes.set(JSON.stringify(record.scope), record.scope);
  return [...scopes.values()];
}

function valueIn(pack: RulePackId, key: RuleKey, scope: Scope): PackValue {
  const answer = lookUp(key, scope, { pack, asOf: comparedDay(pack) });
  if (answer.answer === 'unknown') return { answer: 'unknown' };
  const { source, validFrom } = answer.record;
  const begun = validFrom === undefined ? {} : { validFrom };
  if (answer.answer === 'none-printed') return { answer: 'none-printed', source, ...begun };
  return { answer: answer.answer, value: answer.value, source, ...begun };
}

/** What a person would notice: the value, or that there is none. Sources and days may differ under the same value. */
const noticeable = ({ answer, value }: PackValue): string =>
  answer === 'rule' || answer === 'inherited' ? JSON.stringify(value) : 'none';

/**
 * Compares two packs, each on its last day, key by key and scope by scope; provinces that change alike are one row. Takes
 * packs in any order.
 */
export function comparePacks(before: RulePackId, after: RulePackId): readonly PackDifference[] {
  const rows = new Map<string, { difference: PackDifference; provinces: ProvinceCode[] }>();
  for (const key of [...new Set(allRecords.map((record) => record.key))].sort()) {
    for (const scope of scopesOf(key)) {
      const [one, two] = [valueIn(before, key, scope), valueIn(after, key, scope)];
      if (noticeable(one) === noticeable(two)) continue;
      const { province, ...rest } = scope;
      const id = JSON.stringify([key, rest, province === undefined, noticeable(one), noticeable(two)]);
      const row = rows.get(id) ?? {
        difference: { key, provinces: [], ...rest, before: one, after: two },
        provinces: [],
      };
      if (province !== undefined) row.provinces.push(province);
      rows.set(id, row);
    }
  }
  return [...rows.values()].map(({ difference, provinces }) => ({ ...difference, provinces }));
}
