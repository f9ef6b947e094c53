import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import type { OpenedFiling } from './snapshot';

/** The keys of `searchAttributes`, typed for client and workflow. */
export const searchAttributeKeys = {
  stage: defineSearchAttributeKey('IcpStage', SearchAttributeType.KEYWORD),
  waitingOn: defineSearchAttributeKey('IcpWaitingOn', SearchAttributeType.KEYWORD),
  province: defineSearchAttributeKey('IcpProvince', SearchAttributeType.KEYWORD),
  filingType: defineSearchAttributeKey('IcpFilingType', SearchAttributeType.KEYWORD),
  subjectType: defineSearchAttributeKey('IcpSubjectType', SearchAttributeType.KEYWORD),
  outcome: defineSearchAttributeKey('IcpOutcome', SearchAttributeType.KEYWORD),
  rulePack: defineSearchAttributeKey('IcpRulePack', SearchAttributeType.KEYWORD),
  reasonCodes: defineSearchAttributeKey('IcpReasonCodes', SearchAttributeType.KEYWORD_LIST),
  deadline: defineSearchAttributeKey('IcpDeadline', SearchAttributeType.DATETIME),
  attempt: defineSearchAttributeKey('IcpAttempt', SearchAttributeType.INT),
  overdue: defineSearchAttributeKey('IcpOverdue', SearchAttributeType.BOOL),
} as const;

/** What is known of a filing when it is opened: give it to the start as `typedSearchAttributes`. Costs no action there. */
export const openingSearchAttributes = (opened: OpenedFiling): SearchAttributePair[] => [
  { key: searchAttributeKeys.stage, value: 'draft' },
  { key: searchAttributeKeys.waitingOn, value: 'applicant' },
  { key: searchAttributeKeys.province, value: opened.province },
  { key: searchAttributeKeys.filingType, value: opened.filingType },
  { key: searchAttributeKeys.subjectType, value: opened.nature },
  { key: searchAttributeKeys.rulePack, value: opened.pack },
  { key: searchAttributeKeys.attempt, value: 0 },
  { key: searchAttributeKeys.overdue, value: false },
];
