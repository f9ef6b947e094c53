import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** Noto Sans SC, SIL Open Font License 1.1; a pinned package. */
const ourFont = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

export interface FormFont {
  readonly name: string;
  readonly bytes: Buffer;
  readonly has: (codePoint: number) => boolean;
}

/** A text cut where the font changes. */
export interface Run {
  readonly font: FormFont;
  readonly text: string;
}

/** Selects another shape of the character before it: without its own glyph that shape would be lost silently. */
const isSelector = (codePoint: number): boolean =>
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
const isLoneSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;
/** Characters that pictures of a line cannot show, or that turn it round. */
const isInvisible = (character: string): boolean => /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(character);

/**
 * The fonts a form may be drawn with: ours, then those an operator adds for rarer characters, in order. A character is
 * drawn with the first font whose character map has it; one that none has is told, never drawn as a box or left out.
 */
export class FormFonts {
  private readonly fonts: readonly FormFont[];

  /** Takes paths of TrueType or OpenType files; throws when one cannot be read. */
  constructor(added: readonly string[] = []) {
    this.fonts = [ourFont, ...added].map((path, index) => {
      const bytes = readFileSync(path);
      const font = create(bytes) as Font;
      return { name: `form-${index}`, bytes, has: (codePoint) => font.glyphForCodePoint(codePoint).id !== 0 };
    });
  }

  get all(): readonly FormFont[] {
    return this.fonts;
  }

  /** The characters of a text that no font can draw right. */
  missing(text: string): readonly string[] {
    return [...new Set([...text].filter((character) => this.fontOf(character) === undefined))];
  }

  /** The first font that has every character of a text. */
  whole(text: string): FormFont | undefined {
    const codePoints = [...text].map((character) => character.codePointAt(0) ?? 0);
    return this.missing(text).length > 0 ? undefined : this.fonts.find(({ has }) => codePoints.every(has));
  }

  /** The characters of a text that the first font has not. */
  notInFirst(text: string): readonly string[] {
    return [...new Set(text)].filter((character) => this.fontOf(character) !== this.fonts[0]);
  }

  /** Cuts a text into runs of one font; the text was asked about with `missing` before. */
  runs(text: string): readonly Run[] {
    const runs: Run[] = [];
    for (const character of text) {
      const font = this.fontOf(character);
      if (font === undefined) throw new Error('a character without a glyph was to be drawn');
      const last = runs.at(-1);
      if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + character };
      else runs.push({ font, text: character });
    }
    return runs;
  }

  private fontOf(character: string): FormFont | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isSelector(codePoint) || isLoneSurrogate(codePoint) || isInvisible(character)) return undefined;
    return this.fonts.find(({ has }) => has(codePoint));
  }
}
