import { judgementSchema, sitesSchema, subjectPartSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import type { InternalServices } from '../internal-services';
import type { SeenFiling } from './filing-access';

/**
 * Whether the ministry's record still fits the filing's type (rules.md 1.3): the certificate as *Verify Filing Type* fixed it,
 * and every domain of the draft, each asked once. `verification` asks and judges; the number goes no further.
 */
export async function askNationalRegister(
  { subject, website, verification }: InternalServices,
  { filingId, owner }: SeenFiling,
  rules: { readonly pack: string; readonly asOf: string },
): Promise<z.output<typeof judgementSchema>['findings']> {
  const path = `/internal/filings/${filingId}`;
  const [{ locked }, { sites }] = await Promise.all([
    subject.get(`${path}/part?accountId=${owner}`, subjectPartSchema),
    website.get(`${path}/sites?accountId=${owner}`, sitesSchema),
  ]);
  const { province, filingType, certificateType, certificateNumber } = locked;
  const domains = [...new Set(sites.flatMap(({ draft }) => draft.domains ?? []))];
  const answers = await Promise.all(
    domains.map((domain) =>
      verification.post(`${path}/national-register-check`, judgementSchema, {
        ...rules,
        province,
        filingType,
        certificateType,
        certificateNumber,
        domain,
      }),
    ),
  );
  const findings = answers.flatMap((answer) => answer.findings);
  // What is wrong with the certificate is said once, however many domains there are.
  return findings.filter(({ code }, n) => findings.findIndex((other) => other.code === code) === n);
}
