import { z } from 'zod';
import { dossierSchema } from './facts';
import { snapshotSchema } from './filing';

/** Data of the event `filing-moved`; same shape as `FilingMoved`. */
export const filingMovedSchema = z.object({ snapshot: snapshotSchema, dossier: dossierSchema.optional() });
