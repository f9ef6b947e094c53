import { photoFaults } from './packs/photo-faults';
import { photoGuide } from './photo-guide';

describe('the guide for the photo before the backdrop', () => {
  it('asks the same in every province, and the slogan line in Gansu too (rules.md 6.1, 15.3)', () => {
    expect(photoGuide('12').items).toHaveLength(8);
    expect(photoGuide('62').items.map(({ code }) => code)).toEqual([
      ...photoGuide('12').items.map(({ code }) => code),
      'PHOTO_SLOGAN',
    ]);
    expect(() => photoGuide('99')).toThrow(RangeError);
  });

  it('says every reason and every remedy in both languages', () => {
    for (const { text, remedy } of photoFaults) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(remedy.zh).toMatch(/\p{Script=Han}/u);
      expect(`${text.en} ${remedy.en}`).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
