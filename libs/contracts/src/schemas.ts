// Zod schemas of what crosses HTTP. Never imported by workflows: zod would add a megabyte to every bundle.
export {
  askUploadSchema,
  documentLinkSchema,
  documentStates,
  documentVersionSchema,
  documentsSchema,
  uploadGrantSchema,
  uploadTypes,
} from './schemas/documents';
export {
  authorityDocumentsDossierSchema,
  authorityDossierSchema,
  authoritySitesDossierSchema,
  authoritySubjectDossierSchema,
  notificationDossierSchema,
  verificationDossierSchema,
} from './schemas/dossiers';
export { filingMovedSchema } from './schemas/events';
export {
  documentFactsSchema,
  dossierSchema,
  examinationSchema,
  subjectFactsSchema,
  websiteFactsSchema,
} from './schemas/facts';
export {
  filingAnswerSchema,
  filingStatusSchema,
  findingSchema,
  reasonRefSchema,
  snapshotSchema,
} from './schemas/filing';
export {
  authorityAnswerSchema,
  authorityCallbackSchema,
  authorityOrderSchema,
  authorityReasonSchema,
  carrierCallbackSchema,
  courierCallbackSchema,
  domainRecordSchema,
  instanceRecordSchema,
  nationalAnswerSchema,
  nationalQuerySchema,
  shipmentAcceptedSchema,
  shipmentSchema,
  smsAcceptedSchema,
  smsSchema,
} from './schemas/outside';
export { problemSchema } from './schemas/problem';
export type { Problem, ProblemEntry } from './schemas/problem';
export {
  certificateType,
  certificateTypes,
  lockedSubjectSchema,
  openSubjectSchema,
  personDraftSchema,
  saveSubjectSchema,
  subjectDraftSchema,
  subjectPartSchema,
  subjectStandingQuerySchema,
  subjectStandingSchema,
} from './schemas/subject';
export { administratorKey, day, instant, provinceCode, sha256Hex, text, ulid } from './schemas/text';
export {
  addReasonsSchema,
  decideTypeSchema,
  decisionSchema,
  identityChoiceSchema,
  phoneConfirmationSchema,
  photoDecisionSchema,
  reasonInputSchema,
  reasonSchema,
  reviewItemSchema,
  reviewsSchema,
  typeDecisionSchema,
  verifyTypeSchema,
} from './schemas/verification';
export {
  addSiteSchema,
  applyServiceCodeSchema,
  domainStandingQuerySchema,
  domainStandingSchema,
  openWebsiteSchema,
  saveSiteSchema,
  serviceCodeSchema,
  serviceCodeStates,
  serviceCodesSchema,
  siteDraftSchema,
  sitePartSchema,
  sitesSchema,
} from './schemas/website';
