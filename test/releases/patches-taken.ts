import type { RecordedHistory } from './releases';

/** Ids of the branches behind `patched` that this run has taken, from the markers it has written. */
export function patchesTaken({ events }: RecordedHistory['history']): readonly string[] {
  return events.flatMap(({ markerRecordedEventAttributes: marker }) => {
    if (marker?.markerName !== 'core_patch') return [];
    const [payload] = marker.details['patch-data']?.payloads ?? [];
    if (payload === undefined)
      throw new Error('a patch marker without its id: has the SDK changed how it writes them?');
    return [(JSON.parse(Buffer.from(payload.data, 'base64').toString('utf8')) as { readonly id: string }).id];
  });
}

/** Ids of all branches behind `patched` in a bundle. */
export function patchesKnown(bundle: string): readonly string[] {
  const [code = bundle] = bundle.split('//# sourceMappingURL=');
  return [...new Set([...code.matchAll(/\bpatched\)\(['"]([^'"]+)['"]/g)].map(([, id = '']) => id))].sort();
}
