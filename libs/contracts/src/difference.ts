/** One place that differs between two revisions; `before` and `after` as the asker may see them, absent where there was nothing. */
export interface Change {
  /** JSON pointer into the whole draft: `/subject/…`, `/sites/<siteId>/…`, `/documents/<slot>`. */
  readonly pointer: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What one owner says of two submissions of its part. */
export interface PartDifference {
  readonly changes: readonly Change[];
  /** Websites in the order of the later revision: a pointer of a reason may count them. */
  readonly siteIds?: readonly string[];
}

/**
 * Compares two JSON documents leaf by leaf. Lists are compared as a whole, for a removed first item would otherwise show
 * every later one as changed; an object that is new or gone is told leaf by leaf. Pointers are those of RFC 6901.
 */
export function changesBetween(before: unknown, after: unknown, pointer = ''): readonly Change[] {
  if (isRecord(before) || isRecord(after)) {
    const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) =>
      changesBetween(old[key], now[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === undefined) return [{ pointer, change: 'added', after }];
  return after === undefined
    ? [{ pointer, change: 'removed', before }]
    : [{ pointer, change: 'changed', before, after }];
}

/** The same changes with the values of two other documents of the same shape: the masked ones. */
export function shownAs(
  changes: readonly Change[],
  { before, after }: { readonly before: unknown; readonly after: unknown },
): readonly Change[] {
  return changes.map(({ pointer, change }) => ({
    pointer,
    change,
    ...(change === 'added' ? {} : { before: valueAt(before, pointer) }),
    ...(change === 'removed' ? {} : { after: valueAt(after, pointer) }),
  }));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), document);
}
