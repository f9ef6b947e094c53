import type { ProvinceCode } from '@beian/contracts';
import { photoFaults } from './packs/photo-faults';
import { provinceOf } from './provinces';

export interface PhotoGuide {
  readonly province: ProvinceCode;
  readonly items: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  readonly source: string;
}

/** What a photo before the backdrop must show in a province, in both languages. Throws RangeError for an unknown province. */
export function photoGuide(province: ProvinceCode): PhotoGuide {
  if (provinceOf(province) === undefined) throw new RangeError(`no province ${province}`);
  const items = photoFaults
    .filter((fault) => fault.province === undefined || fault.province === province)
    .map(({ code, remedy }) => ({ code, ...remedy }));
  return { province, items, source: 'rules.md 6.1, 15.3 (A-cn, S, T)' };
}
