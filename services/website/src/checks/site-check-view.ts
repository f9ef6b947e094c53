import type { shellSubjectSchema, siteCheckSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { type CheckRules, expectedFooter, shellSubjectFinding } from './site-check-findings';
import type { FiledDomainRow, ShellSubject } from './site-check.store';

/** A domain with its last check as people see it: what is asked for, what was seen and when, what is wrong. */
export function siteCheckView(row: FiledDomainRow, rules: CheckRules): z.output<typeof siteCheckSchema> {
  const { siteNumber, domain, filingId, filedAt, checkedAt, seen, findings, failingSince } = row;
  const { number, link } = expectedFooter(siteNumber, rules);
  return {
    siteNumber,
    domain,
    filingId,
    filedAt: filedAt.toISOString(),
    expected: { number, link },
    ...(checkedAt === null || seen === null
      ? {}
      : { checkedAt: checkedAt.toISOString(), ...seen, addresses: [...seen.addresses] }),
    findings: [...(findings ?? [])],
    ...(failingSince === null ? {} : { failingSince: failingSince.toISOString() }),
  };
}

export const shellSubjectView = (
  { subjectNumber, since }: ShellSubject,
  rules: CheckRules,
): z.output<typeof shellSubjectSchema> => ({
  subjectNumber,
  since: since.toISOString(),
  findings: [shellSubjectFinding(subjectNumber, rules)],
});
