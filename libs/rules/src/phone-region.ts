import type { ProvinceCode } from '@beian/contracts';
import { canonicalMobile } from './canonical-holder';
import { phoneRangeData } from './packs/phone-ranges.data';
import type { Confidence } from './rule-record';

/** Where a number belongs, or that nobody knows, with the table that was asked. */
export type PhoneRegion = (
  { readonly answer: 'province'; readonly province: ProvinceCode } | { readonly answer: 'unknown' }
) & { readonly source: string; readonly confidence: Confidence };

const source = `${phoneRangeData.package} ${phoneRangeData.version}`;
const unknown: PhoneRegion = { answer: 'unknown', source, confidence: 'inferred' };
const codes = phoneRangeData.provinces.split(' ');

function known(letter: string | undefined): PhoneRegion {
  const province = letter === undefined ? undefined : codes[phoneRangeData.letters.indexOf(letter)];
  return province === undefined ? unknown : { answer: 'province', province, source, confidence: 'medium' };
}

interface Run {
  /** First seven digits after the run. */
  readonly until: number;
  readonly letter: string;
}
let runs: readonly Run[] | undefined;
function mobileRuns(): readonly Run[] {
  let until = 1_000_000;
  runs ??= [...phoneRangeData.mobiles.matchAll(/([-a-zA-E])(\d*)/g)].map(([, letter = '-', count]) => {
    until += count === '' ? 1 : Number(count);
    return { until, letter };
  });
  return runs;
}

/**
 * The province of a mobile by its first seven digits. A number taken along to another carrier keeps its province, so that
 * the ranges stay right; ranges that were opened later are unknown.
 */
export function mobileRegion(mobile: string): PhoneRegion {
  const digits = canonicalMobile(mobile);
  if (!/^1[3-9]\d{9}$/.test(digits)) return unknown;
  const start = Number(digits.slice(0, 7));
  let [low, high] = [0, mobileRuns().length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mobileRuns()[middle]?.until ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return known(mobileRuns()[low]?.letter);
}

const areas = new Map(phoneRangeData.areas.split(' ').map((row) => [row.slice(0, -1), row.slice(-1)]));

/** The area code of a landline as typed (`086-0571-85022088`), with its 0; undefined where there is none. */
export const areaCodeOf = (landline: string): string | undefined => /^(?:0?86-)?(0\d{2,3})-/.exec(landline)?.[1];

/** The province of a landline by its area code. */
export function landlineRegion(landline: string): PhoneRegion {
  const area = areaCodeOf(landline) ?? '';
  return known(areas.get(area) ?? areas.get(area.slice(0, 3)));
}
