/** One side of a comparison: a name, and one iteration of its work. What it returns is checked, so that nothing is left out. */
export interface Side {
  readonly name: string;
  readonly run: () => unknown;
}

export interface SideResult {
  readonly name: string;
  /** Nanoseconds per iteration, one sample a repetition, raw. */
  readonly samples: readonly number[];
  readonly median: number;
}

export interface Ratio {
  readonly of: string;
  readonly over: string;
  /** Ratio of medians, and a bootstrap 95 % interval of it. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface Plan {
  readonly repetitions: number;
  readonly iterations: number;
  readonly warmUp: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function timed({ run }: Side, iterations: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < iterations; i += 1) run();
  return Number(process.hrtime.bigint() - start) / iterations;
}

/** Runs the sides A-B-A-B… on the same core after a warm-up, so that whatever slows the machine slows them all. */
export function interleaved(sides: readonly Side[], { repetitions, iterations, warmUp }: Plan): readonly SideResult[] {
  for (const side of sides) timed(side, warmUp);
  const samples = sides.map((): number[] => []);
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    sides.forEach((side, i) => samples[i]?.push(timed(side, iterations)));
  }
  return sides.map(({ name }, i) => ({ name, samples: samples[i] ?? [], median: median(samples[i] ?? []) }));
}

/** Mulberry32, so that the same samples always give the same interval. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ratio of the medians of two sides of one run; pairs of a repetition are drawn together, as they were measured. */
export function ratioOf(of: SideResult, over: SideResult): Ratio {
  const draw = draws(20_180_609);
  const n = of.samples.length;
  const boots = Array.from({ length: 1000 }, () => {
    const picked = Array.from({ length: n }, () => Math.floor(draw() * n));
    return median(picked.map((i) => of.samples[i] ?? 0)) / median(picked.map((i) => over.samples[i] ?? 0));
  }).sort((a, b) => a - b);
  return {
    of: of.name,
    over: over.name,
    ratio: of.median / over.median,
    low: boots[25] ?? Number.NaN,
    high: boots[974] ?? Number.NaN,
  };
}
