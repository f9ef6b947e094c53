import type { Finding } from '@beian/contracts';
import { finding } from './finding';

/*
 * What may stand in a written name or address. Nothing here changes what is stored: names are kept as they were typed
 * (NFC would replace characters of legal names), and what is judged or compared is a copy.
 */

/** The dots that are typed for the middle dot of names (U+00B7): U+30FB, U+2022, U+2027, U+FF65. */
const otherDots = /[\u30fb\u2022\u2027\uff65]/g;
export const withMiddleDots = (text: string): string => text.replace(otherDots, '\u00b7');

/** Invisible, control, private and unassigned characters; ordinary blanks are none. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const picture = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;
const markup = /[<>{}|\\^~`"'=;%$@*?!]/;
/** Three and more marks on one letter are no writing of any language filed here. */
const piledMarks = /\p{M}{3,}/u;

/** Nothing but blanks and invisible characters: the field is empty. */
export const isBlank = (text: string | undefined): boolean =>
  text === undefined || text.replace(/[\s\p{Cf}\u115f\u1160\u3164\uffa0]/gu, '') === '';

interface Writing {
  readonly text: string;
  readonly pointer: string;
  /** Signs that may stand here beside letters, digits and the usual punctuation. */
  readonly allowed?: RegExp;
}

/** The first character that is no writing, marked; none for clean text. */
export function checkWriting({ text, pointer, allowed }: Writing): readonly Finding[] {
  const signs = [...text].filter((sign) => allowed?.test(sign) !== true);
  const sign =
    signs.find((one) => invisible.test(one) || markup.test(one) || (picture.test(one) && !/[\d#©®™]/u.test(one))) ??
    piledMarks.exec(text)?.[0];
  if (sign === undefined) return [];
  const start = text.indexOf(sign);
  const name = invisible.test(sign)
    ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : sign;
  return [
    finding('writing-sign', {
      pointer,
      params: { sign: name },
      offending: sign,
      span: { start, end: start + sign.length },
    }),
  ];
}
