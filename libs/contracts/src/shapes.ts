// Shapes whose schemas stand behind `/schemas`: type-only, so that whoever wants a shape does not load zod.
import type { z } from 'zod';
import type { documentVersionSchema } from './schemas/documents';
import type { resendFilterSchema } from './schemas/notification';
import type { domainRecordSchema, instanceRecordSchema } from './schemas/outside';
import type { certificateType, lockedSubjectSchema, personDraftSchema, subjectDraftSchema } from './schemas/subject';
import type { serviceCodeSchema, siteDraftSchema } from './schemas/website';

export type CertificateType = z.infer<typeof certificateType>;
export type PersonDraft = z.infer<typeof personDraftSchema>;
export type SubjectDraft = z.infer<typeof subjectDraftSchema>;
export type LockedSubject = z.infer<typeof lockedSubjectSchema>;
export type SiteDraft = z.infer<typeof siteDraftSchema>;
export type ServiceCode = z.infer<typeof serviceCodeSchema>;
export type DocumentVersion = z.infer<typeof documentVersionSchema>;
export type DomainRecord = z.infer<typeof domainRecordSchema>;
export type InstanceRecord = z.infer<typeof instanceRecordSchema>;
/** Which undelivered messages an operator means. */
export type ResendFilter = z.infer<typeof resendFilterSchema>;
export type { Problem } from './schemas/problem';
