import { changesBetween, shownAs } from './difference';

describe('what differs between two documents', () => {
  const before = { name: 'Lin', list: ['a', 'b'], people: { one: { mobile: '1' } }, same: 1 };
  const after = {
    name: 'Lin Tea',
    list: ['b'],
    people: { one: { mobile: '2' }, two: { mobile: '3' } },
    same: 1,
    new: 0,
  };

  it('is told leaf by leaf, a list as a whole', () => {
    expect(changesBetween(before, after, '/subject')).toEqual([
      { pointer: '/subject/name', change: 'changed', before: 'Lin', after: 'Lin Tea' },
      { pointer: '/subject/list', change: 'changed', before: ['a', 'b'], after: ['b'] },
      { pointer: '/subject/people/one/mobile', change: 'changed', before: '1', after: '2' },
      { pointer: '/subject/people/two/mobile', change: 'added', after: '3' },
      { pointer: '/subject/new', change: 'added', after: 0 },
    ]);
  });

  it('is nothing between a document and itself, and everything against none', () => {
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
    expect(changesBetween({ 'a/b~': 1 }, undefined)).toEqual([{ pointer: '/a~1b~0', change: 'removed', before: 1 }]);
  });

  it('can be shown with masked values, also where both look the same then', () => {
    const changes = changesBetween({ mobile: '13800000001', old: 1 }, { mobile: '13800000002' });
    expect(shownAs(changes, { before: { mobile: '138****', old: '*' }, after: { mobile: '138****' } })).toEqual([
      { pointer: '/mobile', change: 'changed', before: '138****', after: '138****' },
      { pointer: '/old', change: 'removed', before: '*' },
    ]);
  });
});
