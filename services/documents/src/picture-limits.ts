/** Under 4 MB (rules.md 5.3, C14): the greatest size that is taken, before and after re-encoding. */
export const mostBytes = 4_194_303;

/** A page of A4 scanned at 600 dpi has 35 million pixels; above this a picture is a bomb, not a paper. */
export const mostPixels = 40_000_000;

/** No source gives a least size (rules.md 5.3); below this nobody can read a paper (inferred). */
export const leastSidePixels = { shorter: 200, longer: 300 } as const;

/** A4 at 150 dpi, the size of printed letters (rules.md 5.3); below it print is coarse, which only a person can judge. */
export const sheetPixels = { shorter: 1240, longer: 1754 } as const;

/** What one decoding may take before it is stopped. */
export const decoderLimits = { timeMs: 10_000, memoryBytes: 512 * 1024 * 1024 } as const;
