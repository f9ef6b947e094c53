import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { decodePunycode, encodePunycode } from './punycode';

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));
const rare = fc.integer({ min: 0x20000, max: 0x2a6d0 }).map((point) => String.fromCodePoint(point));
const latin = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789');
const label = fc
  .array(fc.oneof(han, han, rare, latin), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(''))
  .filter((text) => /[^a-z0-9]/.test(text));

describe('punycode', () => {
  it.each([
    ['例子', 'fsqu00a'],
    ['中国', 'fiqs8s'],
    ['bücher', 'bcher-kva'],
    ['政务', 'zfr164b'],
  ])('of %s is %s, both ways', (text, written) => {
    expect(encodePunycode(text)).toBe(written);
    expect(decodePunycode(written)).toBe(text);
  });

  it('agrees with the platform for any label of Han, rare Han, Latin and digits', () => {
    fc.assert(
      fc.property(label, (text) => {
        const platform = domainToASCII(`${text}.cn`);
        if (platform === '') return; // the platform refuses what changes in its mapping
        const mapped = domainToUnicode(platform).slice(0, -3);
        expect(`xn--${encodePunycode(mapped)}.cn`).toBe(platform);
        expect(decodePunycode(encodePunycode(text))).toBe(text);
      }),
    );
  });

  it.each(['99999999', 'ü', '-ü', 'a b', 'zzzzzzzzzzzz'])('refuses %s, or reads it without an error', (written) => {
    const read = decodePunycode(written);
    expect(read === undefined || typeof read === 'string').toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => typeof decodePunycode(text) !== 'number'));
  });
});
