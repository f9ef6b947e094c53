// Words that two processes share; imports nothing at run time.
export { filingIdOf, filingWorkflowId } from './ids';
export type {
  AccountId,
  AdministratorKey,
  Day,
  DocumentVersionId,
  FilingId,
  Instant,
  MessageId,
  PersonId,
  ProvinceCode,
  ServiceCodeId,
  SiteId,
} from './ids';
export { eventTopic, filingDeployment, filingWorkflowType, taskQueues } from './queues';
export type { TaskQueue } from './queues';
export {
  actionRoles,
  allowedActions,
  filingActions,
  isOpen,
  nextStages,
  roles,
  stageActions,
  stages,
  usuallyWaitsOn,
} from './stages';
export type { ActionFacts, FilingAction, FinalStage, NextStage, OpenStage, Role, Stage } from './stages';
export { filingTypes, identityMethods, natures, rulePackIds } from './filing-facts';
export type { FilingType, IdentityMethod, Nature, PinnedRules, RulePackId } from './filing-facts';
export { deadlineKinds, returnCauses, waitingOnList } from './snapshot';
export type {
  Deadline,
  DeadlineKind,
  FilingFlags,
  FilingNumbers,
  FilingOutcome,
  FilingSnapshot,
  IdentityProgress,
  LedgerEntry,
  Message,
  OpenedFiling,
  PhoneRecipient,
  ReasonRef,
  ReturnCause,
  WaitingOn,
} from './snapshot';
export { undoOwners } from './ledger';
export type { UndoName } from './ledger';
export { searchAttributes } from './search-attributes';
export type { SearchAttributeName } from './search-attributes';
export type { FilingAnswer } from './answers';
export type { Finding } from './finding';
export { isProblemCode, problems, refusals } from './problems';
export type { ProblemCode, ProblemKind, Refusal } from './problems';
export { dossierRecipients } from './facts';
export type {
  AdministratorFacts,
  DocumentFacts,
  DossierRecipient,
  DossierRef,
  Examination,
  FilingFacts,
  SiteFacts,
  SubjectFacts,
  WebsiteFacts,
} from './facts';
export { eventTypes } from './events';
export type { EventEnvelope, EventType } from './events';
export type { DocumentsActivities } from './activities/documents';
export { reminderKinds } from './activities/notification';
export type { NotificationActivities, ReminderKind, ReminderStep } from './activities/notification';
export type {
  IdentityPlan,
  IdlePlan,
  PhonePlan,
  PlanContext,
  PlannerActivities,
  ReviewPlan,
} from './activities/planner';
export { effectKey } from './activities/steps';
export type { RecordStep, SubmissionStep, UndoStep } from './activities/steps';
export type { SubjectActivities } from './activities/subject';
export type { FilingMoved, HandOverAnswer, VerificationActivities } from './activities/verification';
export type { WebsiteActivities } from './activities/website';
export type {
  CertificateType,
  DocumentVersion,
  DomainRecord,
  InstanceRecord,
  LockedSubject,
  PersonDraft,
  Problem,
  ServiceCode,
  SiteDraft,
  SubjectDraft,
} from './shapes';
