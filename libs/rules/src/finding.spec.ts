import { stages } from '@beian/contracts';
import { finding, rejectCodeOf, type FindingCode } from './finding';
import { findingTexts } from './packs/finding-texts';
import { rejectCodes } from './packs/reject-codes';
import { aContext } from './printed-tables.fixture';

const codes = [...findingTexts.keys()] as FindingCode[];
const han = /\p{Script=Han}/u;

describe('every finding', () => {
  it.each(codes)('%s has stage, both texts, both remedies, rule and source', (code) => {
    const found = finding(code, { pointer: '/subject/name' });
    expect(stages).toContain(found.stage);
    expect([found.zh, found.remedyZh].every((text) => han.test(text) || text.startsWith('{'))).toBe(true);
    expect([found.en, found.remedyEn].every((text) => text.length > 3)).toBe(true);
    expect(found.rule).toMatch(/^[a-zA-Z]+\.[a-zA-Z]+$/);
    expect(found.source).toMatch(/rules\.md \d/);
    expect(found).toMatchObject({ code, pointer: '/subject/name', severity: 'error' });
  });

  it.each(codes)('%s asks for the same parameters in both languages', (code) => {
    const { zh, en } = findingTexts.get(code)!;
    const names = (text: string): readonly string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name.replace(/(Zh|En)$/, '')).sort();
    const [chinese, english] = [new Set(names(zh)), new Set(names(en))];
    // A text may leave out what its language does not need, never ask for what the other does not know.
    expect(
      [...english].filter((name) => !chinese.has(name) && chinese.size > 0 && !/^(who|province)$/.test(name)),
    ).toEqual([]);
  });

  it('names, if it would have been a rejection, one of the 34', () => {
    const known = new Set(rejectCodes.map(({ code }) => code));
    expect(codes.flatMap((code) => rejectCodeOf(code) ?? []).filter((reject) => !known.has(reject))).toEqual([]);
  });

  it('takes rule and source of the record that was broken, with its pack', () => {
    const context = aContext('2018-06', { province: '12' });
    expect(finding('PHONE_REGION', { pointer: '/x', by: { key: 'phone.local', context } })).toMatchObject({
      rule: 'phone.local',
      source: 'A-cn 2018-06-09; rules.md 10.4; pack 2018-06',
    });
  });
});
