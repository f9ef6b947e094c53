import { natures, rulePackIds } from '@beian/contracts';
import { aContext, allNames, code } from './printed-tables.fixture';
import { requirements } from './requirements';

// D1
describe('the requirements page', () => {
  it('is there for every province, nature and pack, every item with text and source', () => {
    const poor: string[] = [];
    for (const pack of rulePackIds) {
      for (const province of allNames) {
        for (const nature of pack === '2018-06' ? natures : natures.slice(0, 5)) {
          const page = requirements(aContext(pack, { province: code(province), nature }));
          const items = page.sections.flatMap((section) => section.items);
          const isWhole = items.every((item) => item.zh !== '' && item.en !== '' && item.source.includes('rules.md'));
          if (!isWhole || page.documents.length < 3 || page.sections.length < 7)
            poor.push([pack, province, nature].join(' '));
        }
      }
    }
    expect(poor).toEqual([]);
  });

  it('tells what a province says of its own', () => {
    const page = requirements(aContext('2018-06', { province: code('Tianjin') }));
    const item = (rule: string) => page.sections.flatMap(({ items }) => items).find((one) => one.rule === rule);
    expect(item('site.administrator')).toMatchObject({
      en: 'the website administrator is not the subject administrator',
      source: 'A-cn 2018-06-09; rules.md 10.4',
    });
    expect(item('sms.windowHours')).toMatchObject({ en: expect.stringContaining('48') as string });
    expect(item('province.remarks')?.details).toEqual(expect.arrayContaining([expect.stringContaining('华苑')]));
    expect(page.identity).toEqual({ step: 'after-review', methods: ['backdrop', 'designated-place'] });
  });

  it('keeps the remarks of 2019 under those of 2026', () => {
    const details = requirements(aContext('2026', { province: code('Shanghai') }))
      .sections.flatMap(({ items }) => items)
      .find((one) => one.rule === 'province.remarks')
      ?.details?.join();
    expect(details).toContain('filed sites are reachable');
    expect(details).toContain('an electronic licence is not accepted');
  });

  it('refuses a province that is none', () => {
    expect(() => requirements(aContext('2018-06', { province: '71' }))).toThrow(RangeError);
  });
});
