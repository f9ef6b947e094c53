import type { AccountId } from '@beian/contracts';
import { audit, problem, type Clock, type Database } from '@beian/platform';
import type { PhotoPlace, PlaceStore } from './place.store';

export interface KeepPlacesDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly places: PlaceStore;
}

/** The operator puts a designated photo place on the list; from then on it is offered and can be booked. */
export function addPlace(
  deps: KeepPlacesDeps,
  { actor, ...place }: Omit<PhotoPlace, 'placeId'> & { readonly actor: AccountId },
): Promise<PhotoPlace> {
  const at = deps.clock.now().toISOString();
  return deps.database.transaction(async (tx) => {
    const added = await deps.places.add(tx, place, at);
    await audit.append(tx, { actor, action: 'photo-place-added', object: `photo-place/${added.placeId}`, at });
    return added;
  });
}

/** Takes a place off the list; bookings stay. Refuses one that is not on it as `not-found`. */
export function closePlace(deps: KeepPlacesDeps, placeId: string, actor: AccountId): Promise<void> {
  const at = deps.clock.now().toISOString();
  return deps.database.transaction(async (tx) => {
    if (!(await deps.places.close(tx, placeId, at))) problem('not-found');
    await audit.append(tx, { actor, action: 'photo-place-closed', object: `photo-place/${placeId}`, at });
  });
}
