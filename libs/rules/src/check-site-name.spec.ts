import fc from 'fast-check';
import { checkSiteName } from './check-site-name';
import { aContext, allNames, code } from './printed-tables.fixture';
import { valueOf } from './look-up';

interface Given {
  readonly province?: string;
  readonly nature?: 'individual' | 'enterprise' | 'government';
  readonly remark?: string;
  readonly pack?: '2018-06' | '2026';
}
const check = (name: string, { province = 'Hainan', nature = 'individual', remark, pack = '2018-06' }: Given = {}) =>
  checkSiteName(
    {
      name,
      pointer: '/sites/s/name',
      domains: ['example.cn'],
      subjectName: '林小明',
      ...(remark === undefined ? {} : { remark }),
    },
    aContext(pack, { province: code(province), nature }),
  );
const codes = (name: string, given?: Given) => check(name, given).map((one) => `${one.code}: ${one.offending}`);

// rules.md 15.9
describe('the name of a personal website', () => {
  it.each(['山间的猫', '读书随笔', '小林的厨房日记'])('%s is accepted', (name) => {
    expect(codes(name)).toEqual([]);
  });

  it.each([
    ['山猫', ['site-name-too-short: 山猫']],
    ['20180609', ['site-name-digits: 20180609']],
    ['HappyCat', ['site-name-latin: HappyCat']],
    ['example.cn', ['site-name-is-domain: example.cn']],
    ['Example.CN', ['site-name-is-domain: Example.CN']],
    ['山间的猫★', ['site-name-symbol: ★']],
    ['中国的猫咪', ['site-name-beginning: 中国']],
    ['反腐日记本', ['site-name-sensitive: 反腐']],
    ['山间猫咪工作室', ['site-name-personal-ending: 工作室']],
    ['山间猫咪论坛', ['site-name-personal-ending: 论坛', 'site-name-personal-word: 论坛']],
    ['在线的猫咪', ['site-name-personal-word: 在线']],
    ['猫咪公司主人', ['site-name-company-word: 公司']],
    ['林小明随笔', ['site-name-person: 林小明']],
    ['海南的猫咪', ['site-name-place: 海南']],
  ])('%s: %p', (name, expected) => {
    expect(codes(name)).toEqual(expected);
  });

  it('with a place name only warns', () => {
    expect(check('海南的猫咪')[0]).toMatchObject({ severity: 'warning' });
  });

  it.each([
    ['Hubei', '猫咪商城日记', '商城'],
    ['Ningxia', '捕鱼的网兜', '网'],
    ['Ningxia', '网购的猫咪', '网购'],
    ['Beijing', '猫咪学院笔记', '学院'],
  ])('in %s: %s is refused for %s', (province, name, word) => {
    expect(check(name, { province })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'site-name-province-word',
          offending: word,
          rule: 'siteName.provinceWords',
          source: expect.stringContaining('rules.md 4.2') as string,
        }),
      ]),
    );
    expect(codes(name, { province: 'Hainan' })).not.toContain(`site-name-province-word: ${word}`);
  });

  it('names the longest of overlapping words once', () => {
    expect(codes('猫咪网购手册', { province: 'Ningxia' })).toEqual(['site-name-province-word: 网购']);
  });

  it('may not end with 分享 in 2026', () => {
    expect(codes('猫咪的分享')).toEqual([]);
    expect(codes('猫咪的分享', { pack: '2026' })).toEqual(['site-name-personal-ending: 分享']);
  });

  // C19: the province's pattern beats the general words
  it.each([
    ['小猫的个人博客', '个人网站，用于记录生活', []],
    ['小猫的个人主页', '个人网站，用于记录生活', []],
    ['小猫的个人主页', undefined, ['site-name-pattern-remark: undefined']],
    ['的个人主页', '用于记录', ['site-name-pattern: 的个人主页']],
    ['山间的猫', '用于记录', ['site-name-pattern: 山间的猫']],
  ])('in Jiangsu: %s with remark %s: %p', (name, remark, expected) => {
    expect(codes(name, { province: 'Jiangsu', ...(remark === undefined ? {} : { remark }) })).toEqual(expected);
  });

  it('with any word of its province is refused, wherever the word stands', () => {
    const words = valueOf(
      'siteName.provinceWords',
      { province: code('Henan'), subject: 'individual' },
      aContext('2018-06'),
    )!;
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom('', '山间', '春天的'),
        fc.constantFrom('', '日记', '随想'),
        (word, before, after) => {
          const found = check(`${before}${word}${after}`, { province: 'Henan' });
          expect(found.some((one) => one.offending !== undefined && one.offending.includes(word))).toBe(true);
          expect(
            found.every((one) => one.offending === undefined || `${before}${word}${after}`.includes(one.offending)),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('the name of an organisation’s website', () => {
  it.each([
    ['杭州测试有限公司', []],
    ['测试商城论坛', []], // words of personal names only
    ['中国测试网', ['site-name-beginning: 中国']],
    ['测试', ['site-name-too-short: 测试']],
    ['测试公司（杭州）', []],
  ])('%s: %p', (name, expected) => {
    expect(codes(name, { nature: 'enterprise', province: 'Henan' })).toEqual(expected);
  });

  it('may begin with 中国 if the body may be national', () => {
    expect(codes('中国测试署', { nature: 'government' })).toEqual([]);
  });

  it('may not begin with 维权 in 2026', () => {
    expect(codes('维权测试网', { nature: 'enterprise' })).toEqual([]);
    expect(codes('维权测试网', { nature: 'enterprise', pack: '2026' })).toEqual(['site-name-beginning: 维权']);
  });
});

// 4.2: eleven provinces with lists of their own; the form underlines the part
describe('the offending part of a name', () => {
  const listed = allNames.filter(
    (name) =>
      valueOf('siteName.provinceWords', { province: code(name), subject: 'individual' }, aContext('2018-06')) !==
      undefined,
  );

  it.each(listed)('is marked for every word of %s, where it stands', (province) => {
    const words = valueOf(
      'siteName.provinceWords',
      { province: code(province), subject: 'individual' },
      aContext('2018-06'),
    )!;
    for (const word of words) {
      const name = `𠮷猫咪${word}手册`;
      const marked = check(name, { province }).filter((one) => one.offendingSpan !== undefined);
      expect([word, marked.some(({ offending = '' }) => offending.includes(word))]).toEqual([word, true]);
      for (const { offending, offendingSpan } of marked)
        expect(name.slice(offendingSpan!.start, offendingSpan!.end)).toBe(offending);
    }
  });

  it.each([
    ['中国的猫咪', 0, 2],
    ['山间猫咪工作室', 4, 7],
    ['山间的猫★', 4, 5],
    ['林小明随笔', 0, 3],
    ['论坛上的猫咪论坛', 6, 8],
    ['20180609', 0, 8],
  ])('of %s stands at %i to %i', (name, start, end) => {
    expect(check(name)[0]?.offendingSpan).toEqual({ start, end });
  });

  it('are eleven provinces', () => {
    expect(listed).toHaveLength(11);
  });
});
