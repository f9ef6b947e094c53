import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateType } from '@beian/contracts';
import { checkCertificateNumber } from './check-certificate';
import { madeKinds, madeNumbers, type MadeKind, type MadeNumber } from './made-numbers.fixture';

/*
 * 100,000 right and 100,000 broken numbers of each kind against three packages. We must agree with how a number was made,
 * without exception; where a package does not, the difference falls into a named class, and each class has its count. A
 * difference of no class, or another count, turns the test red.
 */
interface Judges {
  readonly npm: (number: string) => boolean;
  readonly validator?: (number: string) => boolean;
  readonly python: (index: number) => boolean;
  readonly hasUnknownPlace: (index: number) => boolean;
}
type Judge = 'stdnum (npm)' | 'validator (npm)' | 'python-stdnum';

const each = 100_000;
type Stdnum = Readonly<Record<'ric' | 'uscc', { validate(number: string): { readonly isValid: boolean } }>>;
const { CN } = jest.requireActual<{ readonly stdnum: { readonly CN: Stdnum } }>('stdnum').stdnum;
const { default: isIdentityCard } = jest.requireActual<{ default(number: string, locale: string): boolean }>(
  'validator/lib/isIdentityCard',
);

interface Vectors {
  readonly version: string;
  readonly kinds: Readonly<
    Record<MadeKind, { readonly sha256: string; readonly valid: string; readonly unknownPlace: string }>
  >;
}
const vectors = JSON.parse(
  readFileSync(join(__dirname, '..', 'fixtures', 'python-stdnum.json'), 'utf8'),
) as unknown as Vectors;
const bitsOf = (base64: string) => {
  const bits = Buffer.from(base64, 'base64');
  return (index: number): boolean => (((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
};

function judgesOf(kind: MadeKind): Judges {
  const { valid, unknownPlace } = vectors.kinds[kind];
  const one = kind === 'credit-code' ? CN.uscc : CN.ric;
  return {
    npm: (number) => one.validate(number).isValid,
    ...(kind === 'credit-code' ? {} : { validator: (number: string) => isIdentityCard(number, 'zh-CN') }),
    python: bitsOf(valid),
    hasUnknownPlace: bitsOf(unknownPlace),
  };
}

const typeOf = (kind: MadeKind, number: string): CertificateType => {
  if (kind === 'credit-code') return 'business-licence';
  if (kind === 'resident-id') return 'resident-id';
  return number.startsWith('83') ? 'taiwan-residence-permit' : 'hk-macau-residence-permit';
};
const ours = (kind: MadeKind, number: string): boolean =>
  checkCertificateNumber({ type: typeOf(kind, number), number, pointer: '/n' }).every(
    ({ severity }) => severity !== 'error',
  );

interface Difference {
  readonly judge: Judge;
  readonly accepts: boolean;
  readonly of: MadeNumber;
  readonly hasUnknownPlace: boolean;
}

/** Why a package judges otherwise; the first that fits. */
const classes: readonly (readonly [name: string, fits: (difference: Difference) => boolean])[] = [
  [
    'stdnum (npm): a code whose check character is 0 is refused',
    ({ judge, accepts, of }) => judge === 'stdnum (npm)' && !accepts && /^\d{8}.{9}0$/.test(of.number),
  ],
  [
    'both stdnum: a code that begins with a letter is refused',
    ({ judge, accepts, of }) => judge !== 'validator (npm)' && !accepts && /^[ANY]\d/.test(of.number),
  ],
  [
    'both stdnum: the organisation code inside is not compared',
    ({ judge, accepts, of }) => judge !== 'validator (npm)' && accepts && of.made === 'wrong organisation code inside',
  ],
  [
    'stdnum (npm): no area is compared',
    ({ judge, accepts, of }) => judge === 'stdnum (npm)' && accepts && of.made === 'no such area',
  ],
  [
    'validator (npm): numbers of fifteen digits still pass',
    ({ judge, accepts, of }) => judge === 'validator (npm)' && accepts && of.made === 'fifteen digits',
  ],
  [
    'validator (npm): areas 71 and 91 pass',
    ({ judge, accepts, of }) => judge === 'validator (npm)' && accepts && /^[79]1/.test(of.number),
  ],
  [
    'validator (npm): permits of Taiwan (83) are refused',
    ({ judge, accepts, of }) => judge === 'validator (npm)' && !accepts && of.number.startsWith('83'),
  ],
  [
    'python-stdnum: area 710000 passes',
    ({ judge, accepts, of }) => judge === 'python-stdnum' && accepts && of.number.startsWith('710000'),
  ],
  [
    'python-stdnum: the area was no place in the year of birth',
    ({ judge, accepts, hasUnknownPlace }) => judge === 'python-stdnum' && !accepts && hasUnknownPlace,
  ],
];

interface Comparison {
  readonly sha256: string;
  readonly ourFaults: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

function compare(kind: MadeKind): Comparison {
  const judges = judgesOf(kind);
  const numbers = madeNumbers(kind, each);
  const ourFaults: string[] = [];
  const counts: Record<string, number> = {};
  for (let i = 0; i < numbers.length; i++) {
    const of = numbers[i]!;
    const isRight = i < each;
    if (ours(kind, of.number) !== isRight) ourFaults.push(`${of.number} (${of.made})`);
    const verdicts: readonly (readonly [Judge, boolean | undefined])[] = [
      ['stdnum (npm)', judges.npm(of.number)],
      ['validator (npm)', judges.validator?.(of.number)],
      ['python-stdnum', judges.python(i)],
    ];
    for (const [judge, accepts] of verdicts) {
      if (accepts === undefined || accepts === isRight) continue;
      const difference = { judge, accepts, of, hasUnknownPlace: judges.hasUnknownPlace(i) };
      const name =
        classes.find(([, fits]) => fits(difference))?.[0] ?? `unclassified: ${judge}, ${of.made}, ${of.number}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  const sha256 = createHash('sha256')
    .update(numbers.map(({ number }) => number).join('\n'))
    .digest('hex');
  return { sha256, ourFaults, counts };
}

const expected: Readonly<Record<MadeKind, Readonly<Record<string, number>>>> = {
  'resident-id': {
    'python-stdnum: area 710000 passes': 2332,
    'python-stdnum: the area was no place in the year of birth': 64_809,
    'stdnum (npm): no area is compared': 14_286,
    'validator (npm): areas 71 and 91 pass': 4690,
    'validator (npm): numbers of fifteen digits still pass': 14_285,
  },
  'residence-permit': {
    'python-stdnum: area 710000 passes': 3529,
    'python-stdnum: the area was no place in the year of birth': 91_332,
    'stdnum (npm): no area is compared': 14_286,
    'validator (npm): areas 71 and 91 pass': 3529,
    'validator (npm): numbers of fifteen digits still pass': 9518,
    'validator (npm): permits of Taiwan (83) are refused': 33_415,
  },
  'credit-code': {
    'both stdnum: a code that begins with a letter is refused': 14_508,
    'both stdnum: the organisation code inside is not compared': 32_806,
    'stdnum (npm): a code whose check character is 0 is refused': 3001,
  },
};

describe.each(madeKinds)('200,000 made numbers: %s', (kind) => {
  const comparison = compare(kind);

  it('are those the committed verdicts of python-stdnum were given for', () => {
    expect(vectors.version).toBe('2.2');
    expect(comparison.sha256).toBe(vectors.kinds[kind].sha256);
  });

  it('are judged as they were made, without exception', () => {
    expect(comparison.ourFaults).toEqual([]);
  });

  it('are judged otherwise by the packages only in named classes, each as often as counted', () => {
    expect(comparison.counts).toEqual(expected[kind]);
  });
});

// Reliability rows B-1.8 and B-2.2: what a package got wrong once, kept for good.
describe('regressions', () => {
  it.each(['810000199001010019', '820000199001010010', '830000199202290030'])(
    'the residence permit %s is accepted (B-1.8)',
    (number) => {
      expect(ours('residence-permit', number)).toBe(true);
    },
  );

  it('a credit code whose check character is 0 is accepted, which stdnum (npm) refuses (B-2.2)', () => {
    const zeros = madeNumbers('credit-code', 2000)
      .slice(0, 2000)
      .filter(({ number }) => /^\d{8}.{9}0$/.test(number));
    expect(zeros.length).toBeGreaterThan(30);
    expect(zeros.filter(({ number }) => !ours('credit-code', number))).toEqual([]);
    expect(zeros.filter(({ number }) => CN.uscc.validate(number).isValid)).toEqual([]);
  });

  // How: a difference of no class is planted; it does not vanish in another's count.
  it('a difference of no class is named as one', () => {
    const planted: Difference = {
      judge: 'python-stdnum',
      accepts: true,
      of: { number: '110105199003071230', made: 'one character changed' },
      hasUnknownPlace: false,
    };
    expect(classes.filter(([, fits]) => fits(planted))).toEqual([]);
  });
});
