import { natures, rulePackIds, type RulePackId } from '@beian/contracts';
import { documentSlots, type SlotContext } from './document-slots';
import { allRecords } from './packs/all-records';
import { slotTexts, type SlotKind } from './packs/slot-texts';
import { allNames, cell, code, namesIn, table, type Row } from './printed-tables.fixture';
import { rulePacks } from './rule-packs';
import type { RuleKey } from './rule-values';

/*
 * 15.4 cell by cell, over what the packs themselves answer. The situations of the row ("org, if another person") are
 * walked in document-slots.spec.ts; here are its picture kinds, provinces, days and packs.
 */

/** The kinds a row speaks of, the keys that hold it, and the order that brings it out where a province asks. */
interface Reading {
  readonly kinds: readonly SlotKind[];
  readonly keys?: readonly RuleKey[];
  readonly order?: Partial<SlotContext>;
  /** Only slots that are required count (C16 adds optional ones). */
  readonly requiredOnly?: true;
  /** The provinces the cell names are those of organisations and individuals together. */
  readonly individualsToo?: true;
}
const chief = { key: 'subject-administrator', legalRepresentative: false, fromProvince: false } as const;
const webmaster = { key: 'site-administrator-1', legalRepresentative: false, fromProvince: false } as const;
const many = (domains: number): Partial<SlotContext> => ({
  sites: [{ siteId: 's', domains, administrator: chief.key, preapprovals: ['news'], holders: [chief.key] }],
});
const second: Partial<SlotContext> = {
  administrators: [{ ...chief, legalRepresentative: true, fromProvince: true }, webmaster],
  sites: [{ siteId: 's', domains: 1, administrator: webmaster.key, preapprovals: [], holders: ['subject'] }],
};

const readings: Readonly<Record<string, Reading>> = {
  'subject certificate': { kinds: ['subject-certificate', 'subject-certificate-front', 'subject-certificate-back'] },
  'subject admin ID, front + back': { kinds: ['subject-administrator-id-front', 'subject-administrator-id-back'] },
  'site admin ID, front + back': {
    kinds: ['site-administrator-id-front', 'site-administrator-id-back'],
    order: second,
  },
  'authenticity statement': { kinds: ['authenticity-statement'] },
  'site admin photo / face result': { kinds: ['site-administrator-photo'] },
  'domain certificate': {
    kinds: ['domain-certificate'],
    keys: ['documents.domainCertificate'],
    order: many(32),
    individualsToo: true,
  },
  'residence permit': { kinds: ['residence-permit'], order: second },
  'hand-held ID / licence photo': { kinds: ['hand-held-photo'], keys: ['documents.handHeld'] },
  'letter, subject admin': {
    kinds: ['letter-subject-administrator'],
    keys: ['subject.administrator'],
    requiredOnly: true,
  },
  'letter, site admin': { kinds: ['letter-site-administrator'], order: second, requiredOnly: true },
  'registrant proof': { kinds: ['registrant-proof'], order: many(1) },
  'change proof': { kinds: ['change-proof'], order: { renamed: true } },
  'staffing-office certificate': { kinds: ['staffing-office-certificate'], order: { nature: 'public-institution' } },
  'party/government confirmation': { kinds: ['party-confirmation'] },
  'pre-approval image + number': { kinds: ['pre-approval'], order: many(1) },
  'site plan (+ guarantee)': { kinds: ['site-plan', 'guarantee-letter'] },
  'finance promise': { kinds: ['finance-promise'], order: { financeName: true } },
  'Beijing confirmation sheet': { kinds: ['beijing-confirmation-sheet'] },
  'phone bills, 3 months': { kinds: ['phone-bills'] },
  'service promise (Guangdong)': { kinds: ['service-promise'], keys: ['documents.servicePromise'] },
  'authenticity notice + commitment': { kinds: ['authenticity-commitment'], keys: ['documents.statement'] },
};

/** Last day of each pack, and the day before the newest practice makes rows general. */
const days: readonly (readonly [RulePackId, string])[] = rulePackIds.map((pack) => {
  const { to } = rulePacks[pack] as { readonly to?: string };
  return [pack, to ?? '2026-06-01'];
});

function isAsked(reading: Reading, province: string, [pack, asOf]: readonly [RulePackId, string]): boolean {
  const askedAs = (nature: 'enterprise' | 'individual'): boolean => {
    const order: SlotContext = {
      pack,
      asOf,
      province: code(province),
      nature,
      filingType: 'FIRST',
      administrators: [chief],
      ...many(1),
      ...reading.order,
    } as SlotContext;
    return documentSlots(order).some(
      ({ kind, required }) => reading.kinds.includes(kind) && (required || reading.requiredOnly !== true),
    );
  };
  return askedAs('enterprise') || (reading.individualsToo === true && askedAs('individual'));
}

/** Provinces that ask it, in a pack where not every province does. */
function askingProvinces(reading: Reading, row: Row): readonly string[] {
  const untilGeneral = days.slice(0, 5).concat([['2018-06', '2018-08-01']]);
  const counted = cell(row, 'Slot').startsWith('authenticity notice') ? [days[4] ?? days[0]!] : untilGeneral;
  return allNames.filter((name) => counted.some((day) => isAsked(reading, name, day)));
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** What the row prints and the packs say otherwise. */
function disagreements(row: Row): readonly string[] {
  const slot = cell(row, 'Slot');
  const reading = readings[slot];
  if (reading === undefined) return [`${slot}: no such row`];
  const faults: string[] = [];
  const picture = Number(cell(row, 'MIIT'));
  for (const kind of reading.kinds) {
    // An individual's own certificate is the subject's: one upload, one picture kind.
    if (slotTexts[kind].pictureKind !== picture) faults.push(`${slot}: picture kind of ${kind}`);
  }
  const when = cell(row, 'Asked when');
  const printed = [...new Set(namesIn(when))].filter((name) => !/Jiangxi, Xinjiang individual/.test(when) || !name);
  const asking = askingProvinces(reading, row);
  if (printed.length > 0 && JSON.stringify([...asking].sort()) !== JSON.stringify([...printed].sort())) {
    faults.push(`${slot}: asked in ${asking.join(', ')}`);
  }
  for (const date of when.match(/\d{4}-\d\d-\d\d/g) ?? []) {
    const known = allRecords.filter(({ key }) => reading.keys?.includes(key));
    const isBoundary = known.some(
      ({ validFrom, validTo }) =>
        validFrom === date || validTo === date || (validFrom !== undefined && dayBefore(validFrom) === date),
    );
    if (!isBoundary) faults.push(`${slot}: nothing begins or ends on ${date}`);
  }
  return [...faults, ...packFaults(slot, reading, row)];
}

function packFaults(slot: string, reading: Reading, row: Row): readonly string[] {
  const packs = cell(row, 'Packs');
  const inPack = (pack: RulePackId): boolean =>
    allNames.some((name) =>
      isAsked(
        reading,
        name,
        days.find(([id]) => id === pack)!,
      ),
    );
  const printed = packs.startsWith('from `2018-09`')
    ? rulePackIds.slice(1)
    : packs === '`2020-08`, `2026`'
      ? rulePackIds.slice(4)
      : packs === 'all'
        ? rulePackIds
        : undefined;
  if (printed === undefined) return [];
  const asked = slot === 'site plan (+ guarantee)' ? rulePackIds : rulePackIds.filter(inPack); // by counts, not walked here
  return JSON.stringify(asked) === JSON.stringify(printed) ? [] : [`${slot}: asked in ${asked.join(', ')}`];
}

// rules.md 15.4
describe('the document matrix', () => {
  it.each(table('15.4-documents'))('$Slot is as printed', (row) => {
    expect(disagreements(row)).toEqual([]);
  });

  it('has 21 rows, each with a reading', () => {
    expect(table('15.4-documents').map((row) => cell(row, 'Slot'))).toEqual(Object.keys(readings));
    expect(Object.keys(readings)).toHaveLength(21);
    expect(natures).toHaveLength(18);
  });

  // How: one cell of one row is altered; the comparison that is green above names the row.
  it.each([
    ['phone bills, 3 months', 'Asked when', 'Hubei; org mobile and office'],
    ['letter, site admin', 'Asked when', 'org, site admin ≠ legal rep: Shanghai, Fujian, Hubei, Hunan'],
    ['hand-held ID / licence photo', 'Asked when', 'Beijing (from 2019-02-20)'],
    ['hand-held ID / licence photo', 'Packs', 'all'],
    ['registrant proof', 'MIIT picture kind (5.3)', '2'],
  ])('turns red for a wrong cell of %s', (slot, column, wrong) => {
    const row = table('15.4-documents').find((one) => cell(one, 'Slot') === slot)!;
    expect(row[column]).toBeDefined();
    expect(disagreements({ ...row, [column]: wrong })).toEqual([expect.stringContaining(slot)]);
  });
});
