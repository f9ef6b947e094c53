import type { PinnedRules, RulePackId } from '@beian/contracts';
import { problems } from '@beian/contracts';
import type { decideTypeSchema } from '@beian/contracts/schemas';
import { shanghaiDate } from '@beian/calendar';
import { newId, problem, type Clock } from '@beian/platform';
import { decideFilingType, lookUp, typedDomain, type FilingTypeDecision } from '@beian/rules';
import type { z } from 'zod';
import type { AuthoritySystem, NationalAnswer } from '../authority/authority-system';
import { PartyAway } from '../outside/outside-call';
import type { TypeCheckStore, TypeDecision } from './type-check.store';

export interface CheckTypeDeps {
  readonly clock: Clock;
  readonly authority: Pick<AuthoritySystem, 'lookUp'>;
  readonly checks: Pick<TypeCheckStore, 'keep'>;
  readonly rulesNow: RulesNow;
}

/** Which pack a new installation starts with, and on which day its rules are read; absent = today in Shanghai. */
export interface RulesNow {
  readonly pack: RulePackId;
  readonly asOf?: string | undefined;
}

export const rulesOn = ({ pack, asOf }: RulesNow, clock: Clock): PinnedRules => ({
  pack,
  asOf: asOf ?? shanghaiDate(clock.now().getTime()),
});

type Form = z.output<typeof decideTypeSchema>;

/**
 * Decides the filing type (rules.md 1.3, 15.1) from the form, from what subject and website say of their own records, and
 * from the ministry's record, which is always asked. What hangs on another account's filing or on a running order is told
 * in one neutral way, so that nobody learns from here who files what (A17). The answer is kept for the account that asked.
 */
export async function checkFilingType(deps: CheckTypeDeps, form: Form): Promise<TypeDecision> {
  const { accountId, subjectHeld, certificateRunning, domainRunning, hostedHere, certificateNumber, ...typed } = form;
  const checkId = newId();
  const rules = rulesOn(deps.rulesNow, deps.clock);
  const national = await askMinistry(deps, { ...form, checkId });
  const decided = decideFilingType({
    ...rules,
    province: form.province,
    domain: form.domain,
    domainFiled: national.domainFiled,
    subjectFiled: national.subjectFiled,
    subjectHeld,
    domainRunning,
    certificateRunning,
    hostedHere,
    sitesLeft: national.sitesLeft,
  });
  const isTypedWrong = decided.row === 'T11' || decided.row === 'T12';
  const isOfOthers = domainRunning || certificateRunning || subjectHeld === 'other-account';
  const told = isOfOthers && !isTypedWrong ? neutral : offered(decided, form, rules);
  const decision: TypeDecision = { checkId, ...told, ...rules };
  await deps.checks.keep({ accountId, decision, form: typed, certificateNumber, at: deps.clock.now().toISOString() });
  return decision;
}

/** The ministry's record of certificate and domain; for what is no domain only the certificate counts. */
async function askMinistry(deps: CheckTypeDeps, form: Form & { readonly checkId: string }): Promise<NationalAnswer> {
  const typed = typedDomain(form.domain);
  const { certificateType, certificateNumber, checkId } = form;
  try {
    return await deps.authority.lookUp(
      { certificateType, certificateNumber, domain: typed.ok ? typed.domain : form.domain },
      `type-check.${checkId}`,
    );
  } catch (error) {
    if (error instanceof PartyAway)
      return problem('temporarily-unavailable', { detail: 'the national register does not answer', cause: error });
    throw error;
  }
}

type Told = Omit<TypeDecision, 'checkId' | 'pack' | 'asOf'>;

const { zh, en, remedyZh, remedyEn } = problems['not-possible-here'];
/** One text for a foreign order, a foreign account and a running order. */
const neutral: Told = {
  row: 'T01-T03',
  stop: { code: 'not-possible-here', zh, en, remedyZh, remedyEn },
  zh,
  en,
  source: 'rules.md 15.1',
};

/** A type that the pack does not offer stops, and says so together with the type. */
function offered(decided: FilingTypeDecision, { province }: Pick<Form, 'province'>, rules: PinnedRules): Told {
  const { filingType } = decided;
  if (filingType === undefined) return decided;
  const types = lookUp('order.types', { province }, rules);
  const isOffered = (types.answer === 'rule' || types.answer === 'inherited') && types.value.includes(filingType);
  if (isOffered) return decided;
  const text = problems['type-not-offered'];
  return {
    ...decided,
    stop: { code: 'type-not-offered', zh: text.zh, en: text.en, remedyZh: text.remedyZh, remedyEn: text.remedyEn },
  };
}
