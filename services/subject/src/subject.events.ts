import { filingMovedSchema } from '@beian/contracts/schemas';
import type { EventHandlers } from '@beian/platform';
import { closeSubject } from './close-subject';
import type { SubjectStore } from './subject.store';

/** What this service hears of others. */
export const subjectEventHandlers = (deps: { readonly subjects: SubjectStore }): EventHandlers => ({
  'filing-moved': (event, tx) => closeSubject(deps, tx, filingMovedSchema.parse(event.data).snapshot),
});
