import type { Confidence } from './rule-record';
import { regionData } from './packs/regions.data';

/** A region (行政区划) that has or had a code, with the source that knows it. */
export interface Region {
  /** Six digits of GB/T 2260. */
  readonly code: string;
  /** Every name the code stood for, in the order of the source; years absent: not known, or still so. */
  readonly names: readonly { readonly name: string; readonly firstYear?: number; readonly lastYear?: number }[];
  /** No name of it is still in force: the code lives on in numbers issued at its time. */
  readonly abolished: boolean;
  readonly source: { readonly package: string; readonly version: string; readonly confidence: Confidence };
}

const source = { package: regionData.package, version: regionData.version, confidence: 'medium' } as const;

let index: ReadonlyMap<string, string> | undefined;
/** Built at the first question: most callers never ask. */
function rows(): ReadonlyMap<string, string> {
  index ??= new Map(
    regionData.rows
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => [row.slice(0, 6), row.slice(7)]),
  );
  return index;
}

/** The region of a code of any year, or undefined for a code that no list knows. Mainland only. */
export function regionOf(code: string): Region | undefined {
  const row = rows().get(code);
  if (row === undefined) return undefined;
  const names = row.split(' ').map((written) => {
    const [name = '', first = '', last = ''] = written.split(',');
    return {
      name,
      ...(first === '' ? {} : { firstYear: Number(first) }),
      ...(last === '' ? {} : { lastYear: Number(last) }),
    };
  });
  return { code, names, abolished: names.every(({ lastYear }) => lastYear !== undefined), source };
}

/** Codes of the regions directly under one (province `33`, prefecture `3301`) that are still in force. */
export function regionsUnder(prefix: string): readonly Region[] {
  const isBelow = (code: string): boolean =>
    prefix.length === 2
      ? code.startsWith(prefix) && code.endsWith('00') && code !== `${prefix}0000`
      : code.startsWith(prefix) && !code.endsWith('00');
  return [...rows().keys()]
    .filter(isBelow)
    .map((code) => regionOf(code))
    .filter((region): region is Region => region !== undefined && !region.abolished);
}
