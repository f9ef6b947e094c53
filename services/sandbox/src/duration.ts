import { msToTs } from '@temporalio/common/lib/time';

const unitSeconds = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;

/** Durations as people write them (`48 hours`, `3 days`) and as the server wants them. */
export const Duration = {
  /** Seconds of a text such as `90 minutes`; undefined if it is none. */
  parse(text: string): number | undefined {
    const [, amount, unit] = /^(\d+(?:\.\d+)?) (second|minute|hour|day)s?$/.exec(text.trim()) ?? [];
    if (amount === undefined || unit === undefined) return undefined;
    return Number(amount) * unitSeconds[unit as keyof typeof unitSeconds];
  },
  fromSeconds(seconds: number) {
    return msToTs(Math.round(seconds * 1_000));
  },
};
