/** The branches of the workflow that runs from before do not know: each name stands in `patched('…' satisfies PatchId)`. */
export type PatchId = 'identity-proof-sealed' | 'backdrop-ordered-again';

/**
 * Whether filings of this build take a branch. A change that leaves the way back open comes in two releases
 * (docs/releases.md): the first knows its branch, `asleep`, the second wakes it. A run that has taken a branch stays on it
 * in every build that knows it, whatever stands here.
 */
export const patches: Readonly<Record<PatchId, 'awake' | 'asleep'>> = {
  'identity-proof-sealed': 'awake',
  'backdrop-ordered-again': 'awake',
};

export const isAsleep = (id: string): boolean => (patches as Readonly<Record<string, string>>)[id] === 'asleep';
