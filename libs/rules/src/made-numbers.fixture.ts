/*
 * Certificate numbers by the hundred thousand, from a seed: half right, half broken in one named way. The check characters
 * are computed here a second time, from the definitions of the standards, so that a slip in `src` cannot hide.
 */

export type MadeKind = 'resident-id' | 'residence-permit' | 'credit-code';
export const madeKinds: readonly MadeKind[] = ['resident-id', 'residence-permit', 'credit-code'];

/** A number, and what was done to it; `right` for half of them. */
export interface MadeNumber {
  readonly number: string;
  readonly made: string;
}

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** ISO 7064 MOD 11-2, as GB 11643 names it: the number's digits times powers of two leave 1. */
function mod11Check(first17: string): string {
  let rest = 0;
  for (const digit of first17) rest = ((rest + Number(digit)) * 2) % 11;
  const check = (12 - rest) % 11;
  return check === 10 ? 'X' : String(check);
}

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: powers of three modulo 31. */
function mod31Check(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const symbol of first17) {
    sum += symbols.indexOf(symbol) * weight;
    weight = (weight * 3) % 31;
  }
  return symbols.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: base 36, weights 3 7 9 10 5 8 4 2. */
function organisationCheck(eight: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += parseInt(eight.charAt(i), 36) * (weights[i] ?? 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

type Draw = (below: number) => number;
const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;
const provinces = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
  ' ',
);
/** Districts of the present, one of each province, that every list knows. */
const districts =
  '110105 120101 130102 140105 150102 210102 220102 230102 310115 320102 330106 340102 350102 360102 370102 410102 420102 430102 440306 450102 460105 500103 510104 520102 530102 540102 610102 620102 630102 640104 650102'.split(
    ' ',
  );
/** Districts that were abolished: right in numbers issued at their time. */
const former = ['310103', '110103', '110104', '120107', '310119'];
const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function birth(draw: Draw): string {
  const year = 1930 + draw(78);
  const month = 1 + draw(12);
  return `${year}${pad(month, 2)}${pad(1 + draw(daysOf(year, month)), 2)}`;
}
const withCheck = (first17: string): string => first17 + mod11Check(first17);

function swapped(number: string, draw: Draw): string {
  for (;;) {
    const i = draw(number.length - 1);
    if (number[i] !== number[i + 1])
      return number.slice(0, i) + number.charAt(i + 1) + number.charAt(i) + number.slice(i + 2);
  }
}
function changed(number: string, draw: Draw, alphabet: string): string {
  const i = draw(number.length);
  const others = [...alphabet].filter((symbol) => symbol !== number[i]);
  return number.slice(0, i) + pick(draw, others) + number.slice(i + 1);
}

type Breaking = (draw: Draw) => MadeNumber;
const digits = '0123456789X';

function idBreakings(areas: (draw: Draw) => string, wrongAreas: readonly string[]): readonly Breaking[] {
  const right = (draw: Draw): string => withCheck(`${areas(draw)}${birth(draw)}${pad(draw(1000), 3)}`);
  return [
    (draw) => ({ made: 'one character changed', number: changed(right(draw), draw, digits) }),
    (draw) => ({ made: 'two neighbours swapped', number: swapped(right(draw), draw) }),
    (draw) => ({
      made: 'no such day',
      number: withCheck(
        `${areas(draw)}${pick(draw, ['19900230', '19000229', '20230229', '19991301', '20000431', '19850100'])}${pad(draw(1000), 3)}`,
      ),
    }),
    (draw) => ({
      made: 'no such area',
      number: withCheck(`${pick(draw, wrongAreas)}${birth(draw)}${pad(draw(1000), 3)}`),
    }),
    (draw) => ({ made: 'a character too few', number: right(draw).slice(0, 17) }),
    (draw) => ({ made: 'a character too many', number: `${right(draw)}${draw(10)}` }),
    (draw) => ({ made: 'fifteen digits', number: `${areas(draw)}${birth(draw).slice(2)}${pad(draw(1000), 3)}` }),
  ];
}

function rightCode(draw: Draw, starts: readonly string[]): string {
  for (;;) {
    const eight = Array.from({ length: 8 }, () => pick(draw, [...symbols])).join('');
    const first17 = `${pick(draw, starts)}${pick(draw, provinces)}${pad(draw(10_000), 4)}${eight}${organisationCheck(eight)}`;
    return first17 + mod31Check(first17);
  }
}
const digitStarts = '11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 91 92 93'.split(' ');
const letterStarts = 'A1 A9 N1 N2 N3 N9 Y1'.split(' ');
const codeStarts = [...digitStarts, ...digitStarts, ...digitStarts, ...letterStarts];

const codeBreakings: readonly Breaking[] = [
  (draw) => ({ made: 'one character changed', number: changed(rightCode(draw, codeStarts), draw, symbols) }),
  (draw) => ({ made: 'two neighbours swapped', number: swapped(rightCode(draw, codeStarts), draw) }),
  (draw) => {
    const code = rightCode(draw, digitStarts);
    const first17 =
      code.slice(0, 16) +
      pick(
        draw,
        [...'0123456789X'].filter((symbol) => symbol !== code[16]),
      );
    return { made: 'wrong organisation code inside', number: first17 + mod31Check(first17) };
  },
  (draw) => {
    const code = rightCode(draw, digitStarts);
    const i = 8 + draw(8);
    return {
      made: 'a letter outside the alphabet',
      number: code.slice(0, i) + pick(draw, [...'IOSVZ']) + code.slice(i + 1),
    };
  },
  (draw) => ({ made: 'a character too few', number: rightCode(draw, codeStarts).slice(0, 17) }),
  (draw) => ({ made: 'a character too many', number: `${rightCode(draw, codeStarts)}0` }),
];

interface Recipe {
  readonly seed: number;
  readonly right: (draw: Draw) => MadeNumber;
  readonly breakings: readonly Breaking[];
}
const inlandAreas = (draw: Draw): string => pick(draw, districts);
const permitAreas = (draw: Draw): string => pick(draw, ['810000', '820000', '830000']);

const recipes: Readonly<Record<MadeKind, Recipe>> = {
  'resident-id': {
    seed: 11_643,
    right: (draw) => {
      const isFormer = draw(20) === 0;
      const area = isFormer ? pick(draw, former) : inlandAreas(draw);
      const number = withCheck(`${area}${birth(draw)}${pad(draw(1000), 3)}`);
      return { made: isFormer ? 'right, of an abolished district' : 'right', number };
    },
    breakings: idBreakings(inlandAreas, ['000000', '999999', '160102', '710000', '840000', '910102']),
  },
  'residence-permit': {
    seed: 818_283,
    right: (draw) => ({ made: 'right', number: withCheck(`${permitAreas(draw)}${birth(draw)}${pad(draw(1000), 3)}`) }),
    breakings: idBreakings(permitAreas, ['840000', '800000', '890000', '710000']),
  },
  'credit-code': {
    seed: 32_100,
    right: (draw) => ({ made: 'right', number: rightCode(draw, codeStarts) }),
    breakings: codeBreakings,
  },
};

/** So many right numbers, then as many broken ones, always the same. */
export function madeNumbers(kind: MadeKind, each: number): readonly MadeNumber[] {
  const { seed, right, breakings } = recipes[kind];
  const draw = seeded(seed);
  const numbers: MadeNumber[] = [];
  for (let i = 0; i < each; i++) numbers.push(right(draw));
  for (let i = 0; i < each; i++) numbers.push((breakings[i % breakings.length] as Breaking)(draw));
  return numbers;
}
