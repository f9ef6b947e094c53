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
export { unforeseeable } from './packs/unforeseeable';
export type { Unforeseeable } from './packs/unforeseeable';

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
  certificateFormats,
  checkCertificateNumber,
  checkSubjectCertificate,
  checkValidity,
  isDay,
  isFromProvince,
  plusMonths,
} from './check-certificate';
export type { CertificateFormat, TypedCertificate } from './check-certificate';
export { checkAge, checkEmail, checkLandline, checkMobile, checkPerson, checkPersonName } from './check-person';
export { checkSiteName } from './check-site-name';
export type { TypedSiteName } from './check-site-name';
export { checkWriting, isBlank, withMiddleDots } from './writing';
export { regionOf, regionsUnder } from './regions';
export type { Region } from './regions';
export { areaCodeOf, landlineRegion, mobileRegion } from './phone-region';
export type { PhoneRegion } from './phone-region';
export { typedDomain } from './typed-domain';
export type { TypedDomain } from './typed-domain';

export { checkSubjectDraft, hasFinanceName } from './check-subject-draft';
export type { SubjectContext } from './check-subject-draft';
export { checkSiteDraft, isAbolished, needsServer, preapprovalKindsOf } from './check-site-draft';
export type { SiteContext } from './check-site-draft';
export { decideFilingType } from './decide-filing-type';
export type { FilingTypeDecision, FilingTypeFacts, FilingTypeStop } from './decide-filing-type';
export { domainConditions, domainsAreChecked, filedSinceChecks, holderRoles, judgeDomain } from './judge-domain';
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
  needsFilingPassword,
  identityMethods,
  identityStep,
  publicSecurityDays,
  reviewWorkdays,
} from './plan-rules';
export type { IdentityContext, IdleDays, ReviewWorkdays, WorkdayRange } from './plan-rules';
export { comparedDay, comparePacks } from './compare-packs';
export type { PackDifference, PackValue } from './compare-packs';
export { comparisonPage, packPage } from './pack-pages';
export { requirements } from './requirements';
export type { RequirementItem, RequirementSection, Requirements } from './requirements';
export { photoFaults } from './packs/photo-faults';
export type { PhotoFault } from './packs/photo-faults';
export { photoGuide } from './photo-guide';
export type { PhotoGuide } from './photo-guide';
export { readFilingNumber, siteNumber, subjectNumber } from './filing-number';
export type { FilingNumber, NewNumber } from './filing-number';
