import { misformedNumber } from './misformed-number';

describe('the numbers of a grant (rules.md 9.3)', () => {
  const given = (subject: string, ...numbers: readonly string[]) =>
    misformedNumber({ subject, sites: numbers.map((number, n) => ({ siteId: `s${n}`, number })) }, '12');

  it.each([
    { subject: '津ICP备99000001号', sites: ['津ICP备99000001号-1', '津ICP备99000001号-12'] },
    { subject: '津ICP备2099000001号', sites: ['津ICP备2099000001号-1'] },
    { subject: '津ICP备99000001号', sites: [] },
  ])('$subject with $sites is formed as one', ({ subject, sites }) => {
    expect(given(subject, ...sites)).toBeUndefined();
  });

  it.each([
    '京ICP备99000001号',
    '津ICP备990000011号',
    '津ICP证99000001号',
    '津ICP备99000001号-1',
    '津icp备99000001号',
    '',
  ])('%p is not the number of a subject in Tianjin', (subject) => {
    expect(given(subject)).toBe('/subjectNumber');
  });

  it.each([
    '津ICP备99000001号',
    '津ICP备99000002号-1',
    '津ICP备99000001号-0',
    '津ICP备99000001号-2A',
    '津ICP备99000001号-x',
  ])('%p is not the number of a website of 津ICP备99000001号', (number) => {
    expect(given('津ICP备99000001号', '津ICP备99000001号-1', number)).toBe('/siteNumbers/1/number');
  });

  it('takes any province while the filing is not known yet', () => {
    expect(misformedNumber({ subject: '京ICP备99000001号', sites: [] }, undefined)).toBeUndefined();
  });
});
