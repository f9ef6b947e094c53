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
export { eventTopic, filingDeployment, filingWorkflowType, taskQueues, upkeepTypes } from './queues';
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
  OperatorPages,
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
export type { Finding, OffendingSpan } from './finding';
export { changesBetween, shownAs } from './difference';
export type { Change, PartDifference } from './difference';
export { isProblemCode, problems, refusals } from './problems';
export type { ProblemCode, ProblemKind, Refusal } from './problems';
export { changesIn, dossierRecipients } from './facts';
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
  FilingChanges,
} from './facts';
export { eventTypes } from './events';
export type { EventEnvelope, EventType } from './events';
export type { DocumentsActivities, DocumentsUpkeep, HistoriesExported } from './activities/documents';
export { publicSecurityDaysLeft, reminderKinds } from './activities/notification';
export type {
  NotificationUpkeep,
  NotificationActivities,
  ReminderKind,
  ReminderStep,
  RemindedFilings,
  RemindPublicSecurityStep,
} from './activities/notification';
export type {
  AftercarePlan,
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
export type {
  DossierKeeper,
  DossierPage,
  DossierReport,
  DossierSweepWish,
  ListedDossiers,
  OverdueWords,
  RetentionReport,
  SweepWish,
  VerificationUpkeep,
} from './activities/upkeep';
export type { CheckedSites, CheckSitesStep, WebsiteUpkeep, WebsiteActivities } from './activities/website';
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
  ResendFilter,
} from './shapes';
export { driftKinds } from './reconciliation/drift';
export type { Drift, DriftKind, DriftLine, ReconcileReport, ReconcileWish, Repair } from './reconciliation/drift';
export type {
  FilingViews,
  OrderView,
  PageOfFilings,
  PapersView,
  PartView,
  ProjectionView,
  RecordView,
  RepairStep,
  RunView,
} from './reconciliation/views';
export type {
  CalendarCover,
  CalendarUpkeep,
  PapersReconciliation,
  ProjectionReconciliation,
  RecordReconciliation,
  RunReconciliation,
  SubjectReconciliation,
  WebsiteReconciliation,
} from './activities/reconciliation';
