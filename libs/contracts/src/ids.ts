/** Ids are ULIDs made by us; they carry nothing personal. */
export type FilingId = string;
export type SiteId = string;
export type AccountId = string;
export type PersonId = string;
export type DocumentVersionId = string;
export type ServiceCodeId = string;
/** Id of a message (update, signal): derived from the idempotency key or from the row that caused it. */
export type MessageId = string;
/** An instant as ISO 8601 in UTC with milliseconds, such as `2018-06-01T01:00:00.000Z`; sorts as text. */
export type Instant = string;
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;
/** Two-digit province code (GB/T 2260), such as `12` for Tianjin. */
export type ProvinceCode = string;

/**
 * An administrator (负责人) of one filing by his place in it: `subject-administrator` (主体负责人), or
 * `site-administrator-1` … for a website administrator (网站负责人) who is another person.
 */
export type AdministratorKey = 'subject-administrator' | `site-administrator-${number}`;

const workflowIdPrefix = 'filing-';

/** The workflow id of a filing: one workflow per filing, found by the filing's id alone. */
export const filingWorkflowId = (filingId: FilingId): string => `${workflowIdPrefix}${filingId}`;

/** The filing id inside a workflow id, or undefined for a workflow of another kind. */
export const filingIdOf = (workflowId: string): FilingId | undefined =>
  workflowId.startsWith(workflowIdPrefix) ? workflowId.slice(workflowIdPrefix.length) : undefined;
