/** Search attributes of a filing (fits the limits of a Postgres visibility store). Never personal data. */
export const searchAttributes = {
  IcpStage: 'Keyword',
  IcpWaitingOn: 'Keyword',
  IcpProvince: 'Keyword',
  IcpFilingType: 'Keyword',
  IcpSubjectType: 'Keyword',
  IcpOutcome: 'Keyword',
  IcpRulePack: 'Keyword',
  IcpReasonCodes: 'KeywordList',
  IcpDeadline: 'Datetime',
  IcpAttempt: 'Int',
  IcpOverdue: 'Bool',
} as const;
export type SearchAttributeName = keyof typeof searchAttributes;
