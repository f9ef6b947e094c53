import { text } from './text';

// Legal names are stored as they were typed; what is compared is a copy (rules.md 3.3).
describe('a text', () => {
  it.each([
    ['a compatibility ideograph that NFC would replace', '隆\uf9dc'],
    ['a decomposed letter', 'e\u0301lan'],
    ['an enclosed abbreviation', '㈱試験'],
    ['a character outside the basic plane', '𠮷野家'],
    ['a rare surname', '䶮明'],
  ])('keeps %s as it was typed', (_, typed) => {
    expect(text(20).parse(typed)).toBe(typed);
  });

  it('loses blanks around it, ideographic ones too', () => {
    expect(text(20).parse(' \u3000林小明\u3000 ')).toBe('林小明');
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a line feed inside', 'a\nb'],
    ['a right-to-left override', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a noncharacter', 'a\uffffb'],
    ['a lone surrogate', 'a\ud800b'],
  ])('is refused with %s', (_, typed) => {
    expect(text(20).safeParse(typed).success).toBe(false);
  });

  it('is refused over its length (B-3.2 limits)', () => {
    expect(text(3).safeParse('四个汉字').success).toBe(false);
    expect(text(4).safeParse('四个汉字').success).toBe(true);
  });
});
