import type { SearchAttributeName } from '@beian/contracts';

/** What filings can be looked for by: our search attributes, and the two of Temporal's own that a list needs. */
export type Attribute =
  SearchAttributeName | 'ExecutionStatus' | 'WorkflowId' | 'WorkflowType' | 'TemporalReportedProblems';

type Scalar = string | number | boolean | Date;
type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** One condition over one attribute. */
export type Condition =
  | { readonly attribute: Attribute; readonly is: Operator; readonly value: Scalar }
  | { readonly attribute: Attribute; readonly isIn: readonly [Scalar, ...Scalar[]] }
  | { readonly attribute: Attribute; readonly startsWith: string };

/**
 * The one way a visibility query is made (A14, feature 38): names come from a closed list and every value is quoted and
 * escaped, so that nothing a person types can widen a query. Gives the conditions joined by AND; '' for none.
 */
export function visibilityQuery(conditions: readonly Condition[]): string {
  return conditions.map(written).join(' AND ');
}

function written(condition: Condition): string {
  if ('startsWith' in condition) return `${condition.attribute} STARTS_WITH ${literal(condition.startsWith)}`;
  if ('isIn' in condition) return `${condition.attribute} IN (${condition.isIn.map(literal).join(', ')})`;
  return `${condition.attribute} ${condition.is} ${literal(condition.value)}`;
}

/** Temporal reads queries as MySQL does: a backslash escapes inside quotes, so it is escaped before them. */
function literal(value: Scalar): string {
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('a visibility query takes whole numbers only');
    return String(value);
  }
  return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
