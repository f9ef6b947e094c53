import {
  domainStandingSchema,
  subjectStandingSchema,
  typeDecisionSchema,
  type verifyTypeSchema,
} from '@beian/contracts/schemas';
import type { AccountId } from '@beian/contracts';
import type { z } from 'zod';
import type { InternalServices } from '../internal-services';

export type TypeForm = z.infer<typeof verifyTypeSchema>;
export type TypeDecision = z.infer<typeof typeDecisionSchema>;

export interface DecidedType {
  readonly decision: TypeDecision;
  /** The account's own draft for the same certificate, if there is one. */
  readonly openDraft?: string | undefined;
}

/**
 * *Verify Filing Type* (验证备案类型, rules.md 1.2): what subject and website say of their own records, put before
 * `verification`, which asks the national register and decides. No rule stands here.
 */
export async function decideFilingType(
  services: InternalServices,
  accountId: AccountId,
  form: TypeForm,
): Promise<DecidedType> {
  const { certificateType, certificateNumber, domain } = form;
  const [subject, site] = await Promise.all([
    services.subject.post('/internal/standing', subjectStandingSchema, {
      accountId,
      certificateType,
      certificateNumber,
    }),
    services.website.post('/internal/standing', domainStandingSchema, { accountId, domain }),
  ]);
  const decision = await services.verification.post('/internal/filing-type-checks', typeDecisionSchema, {
    ...form,
    // What is no registrable domain is judged as it was typed.
    domain: site.refused === undefined ? site.domain : domain,
    accountId,
    subjectHeld: subject.held,
    certificateRunning: subject.runningOrder,
    domainRunning: site.runningOrder,
    hostedHere: site.hostedHere,
  });
  return { decision, openDraft: subject.openDraft };
}
