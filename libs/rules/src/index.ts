export { rulePacks } from './rule-packs';
export type { RulePack } from './rule-packs';
export { lookUp, recordsInForce, valueOf } from './look-up';
export type { PackQuestion, RuleAnswer } from './look-up';
export type { Confidence, RuleRecord, Scope, SubjectKind } from './rule-record';
export type {
  AgeRule,
  Bilingual,
  DomainCertificateRule,
  ElsewhereRule,
  HolderRole,
  Range,
  RecipientRule,
  RuleKey,
  RuleValues,
  SiteAdministratorRule,
  SubjectAdministratorRule,
  TransferRule,
} from './rule-values';
export { ask, certain, ruled, scopeOf, subjectKindOf } from './rule-context';
export type { RuleContext } from './rule-context';

export { provinceOf, provinceOfAddress, provinces } from './provinces';
export type { Province } from './provinces';
export { certificateTypesOf, natureRow, natureRows } from './packs/natures';
export type { NatureCertificate, NatureRow } from './packs/natures';
export { preapprovalKinds, serviceContents, siteLanguages } from './packs/site-content';
export type { PreapprovalKind } from './packs/site-content';
export { rejectCodes } from './packs/reject-codes';
export type { FoundBy, RejectCode } from './packs/reject-codes';

export { finding, rejectCodeOf } from './finding';
export type { FindingCode, FindingPlace } from './finding';
export {
  birthDateOf,
  creditCodeCheck,
  creditCodeFault,
  isOrganisationCode,
  organisationCodeCheck,
  residentIdCheck,
  residentIdFault,
} from './check-digits';
export { canonicalHolder, canonicalMobile, canonicalName, canonicalNumber } from './canonical-holder';
export type { Holder } from './canonical-holder';
export {
  checkCertificateNumber,
  checkSubjectCertificate,
  checkValidity,
  isFromProvince,
  plusMonths,
} from './check-certificate';
export type { TypedCertificate } from './check-certificate';
export { checkEmail, checkLandline, checkMobile, checkPerson, checkPersonName } from './check-person';
export { checkSiteName } from './check-site-name';
export type { TypedSiteName } from './check-site-name';
export { typedDomain } from './typed-domain';
export type { TypedDomain } from './typed-domain';

export { checkSubjectDraft, hasFinanceName } from './check-subject-draft';
export type { SubjectContext } from './check-subject-draft';
export { checkSiteDraft, isAbolished, preapprovalKindsOf } from './check-site-draft';
export type { SiteContext } from './check-site-draft';
export { decideFilingType } from './decide-filing-type';
export type { FilingTypeDecision, FilingTypeFacts, FilingTypeStop } from './decide-filing-type';
export { domainConditions, domainsAreChecked, holderRoles, judgeDomain } from './judge-domain';
export type { DomainCondition, DomainContext, DomainHolder, DomainJudgement, DomainVerdict } from './judge-domain';
export { instanceTypes, judgeInstance, judgeServiceCode, serviceCodeQuota } from './judge-server';
export type { InstanceContext, InstanceType, ServiceCodeContext } from './judge-server';
export { documentSlots, sitePlan, slotContext, slotKindOf } from './document-slots';
export type { Slot, SlotContext } from './document-slots';
export { slotTexts } from './packs/slot-texts';
export type { SlotKind } from './packs/slot-texts';
export { judgeFile } from './judge-file';
export type { ReceivedFile } from './judge-file';
export { judgeAcross } from './judge-across';
export type { AcrossContext } from './judge-across';
export { fastLaneAllowed, phoneRecipients, phoneStep } from './phone-step';
export type { PhoneContext, PhoneStep, RecipientContext } from './phone-step';
export {
  authorityRange,
  faceHours,
  idleDays,
  identityMethods,
  identityStep,
  publicSecurityDays,
  reviewWorkdays,
} from './plan-rules';
export type { IdentityContext, IdleDays, ReviewWorkdays, WorkdayRange } from './plan-rules';
export { requirements } from './requirements';
export type { RequirementItem, RequirementSection, Requirements } from './requirements';
export { readFilingNumber, siteNumber, subjectNumber } from './filing-number';
export type { FilingNumber, NewNumber } from './filing-number';
