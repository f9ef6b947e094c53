import type { FilingType, Finding } from '@beian/contracts';
import type { checkNationalSchema } from '@beian/contracts/schemas';
import { newId, problem } from '@beian/platform';
import { decideFilingType, typedDomain } from '@beian/rules';
import type { z } from 'zod';
import type { AuthoritySystem } from '../authority/authority-system';
import { PartyAway } from '../outside/outside-call';

/** Whether the subject is held here changes only which of a pair it is (rules.md 15.1): the ministry cannot tell them apart. */
const sameAtMinistry: Partial<Readonly<Record<FilingType, FilingType>>> = {
  ADD_SITE_HERE: 'ADD_SITE_OTHER',
  ACCESS_CONT: 'ACCESS_NEW',
};
const decidedByMinistry: readonly FilingType[] = ['FIRST', 'ADD_SITE_OTHER', 'ACCESS_NEW'];

/**
 * What would be refused by the authority because the ministry's record does not fit the filing's type (rules.md 1.3, 7.1):
 * WRONG_TYPE, or the stop that *Verify Filing Type* would give now. Types that the record does not decide (changes,
 * cancellations) have no finding. Throws `temporarily-unavailable` while the ministry does not answer: that is no verdict.
 */
export async function checkNationalRegister(
  { authority }: { readonly authority: Pick<AuthoritySystem, 'lookUp'> },
  filingId: string,
  asked: z.output<typeof checkNationalSchema>,
): Promise<readonly Finding[]> {
  const expected = sameAtMinistry[asked.filingType] ?? asked.filingType;
  if (!decidedByMinistry.includes(expected)) return [];
  const typed = typedDomain(asked.domain);
  if (!typed.ok) return []; // the domain's own check says so
  const national = await look(authority, { ...asked, domain: typed.domain }, filingId);
  const { province, pack, asOf } = asked;
  const unknownHere = {
    subjectHeld: 'no',
    domainRunning: false,
    certificateRunning: false,
    hostedHere: false,
  } as const;
  const decided = decideFilingType({ province, pack, asOf, domain: typed.domain, ...unknownHere, ...national });
  if (decided.filingType === expected) return [];
  const { stop, zh, en, source } = decided;
  const place = { pointer: '/subject/certificateNumber', severity: 'error', stage: 'authority-review' } as const;
  const remedy = {
    remedyZh: '请重新验证备案类型并新建订单',
    remedyEn: 'Verify the filing type again and open a new filing',
  };
  return [{ ...place, code: 'WRONG_TYPE', zh, en, ...remedy, ...stop, rule: 'filing.type', source }];
}

async function look(
  authority: Pick<AuthoritySystem, 'lookUp'>,
  { certificateType, certificateNumber, domain }: z.output<typeof checkNationalSchema>,
  filingId: string,
) {
  try {
    return await authority.lookUp({ certificateType, certificateNumber, domain }, `pre-flight.${filingId}.${newId()}`);
  } catch (error) {
    if (error instanceof PartyAway)
      return problem('temporarily-unavailable', { detail: 'the national register does not answer', cause: error });
    throw error;
  }
}
