/** Search attributes of a filing with their Temporal types. They fit what SQL visibility has columns for; never personal data. */
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
