import { randomBytes } from 'node:crypto';
import type { SubjectDraft, SubmissionStep, UndoStep } from '@beian/contracts';
import { Clock, type Database, type DossierStore, newId, PersonVault } from '@beian/platform';
import type { Opening } from './open-subject';
import { SubjectDeps } from './subject-deps';

/** A clock that stands where the spec puts it. */
export class StandingClock extends Clock {
  instant = new Date('2018-06-15T02:00:00.000Z');

  override now(): Date {
    return this.instant;
  }
}

export interface Surroundings {
  readonly database: Database;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
}

/** The service's use cases over a spec's database, with keys of its own. */
export function subjectDeps({ database, dossiers }: Surroundings): SubjectDeps & { readonly clock: StandingClock } {
  const clock = new StandingClock();
  const deps = new SubjectDeps({
    database,
    dossiers,
    clock,
    logger: { warn: () => undefined },
    vault: new PersonVault([randomBytes(32)], randomBytes(32)),
    hmacKey: randomBytes(32),
  });
  return Object.assign(deps, { clock });
}

/** Synthetic credit codes with right check characters (rules.md 3.4). */
export const creditCodes = ['91330106MA0000015K', '92500105MA0000YY1Y'] as const;

/** An enterprise of Zhejiang, as *Verify Filing Type* opens it. */
export const anOpening = (more: Partial<Opening> = {}): Opening => ({
  accountId: newId(),
  province: '33',
  city: '杭州市',
  district: '西湖区',
  nature: 'enterprise',
  certificateType: 'business-licence',
  certificateNumber: creditCodes[0],
  filingType: 'FIRST',
  pack: '2018-06',
  asOf: '2018-06-15',
  ...more,
});

/** Everything in it is a canary: none of these words may stand in a table in clear. */
export const aDraft = (more: Partial<SubjectDraft> = {}): SubjectDraft => ({
  name: '杭州金丝雀科技有限公司',
  certificateAddress: '浙江省杭州市西湖区金丝雀路 18 号',
  mailingProvince: '33',
  mailingAddress: '浙江省杭州市西湖区金丝雀路 18 号 301 室',
  superior: '林金丝',
  remark: '金丝雀备注',
  administrators: {
    'subject-administrator': {
      name: '林金丝',
      certificateType: 'resident-id',
      certificateNumber: '310115200012310014',
      certificateValidUntil: '2030-01-01',
      mobile: '13812348000',
      emergencyMobile: '13912348001',
      landline: '086-0571-85022088',
      email: 'canary-lin@example.com',
      legalRepresentative: true,
    },
    'site-administrator-1': {
      name: '王雀鸣',
      certificateType: 'resident-id',
      certificateNumber: '44030619851105002X',
      certificateValidUntil: 'long-term',
      mobile: '13812348002',
      emergencyMobile: '13912348003',
      landline: '086-0571-85022089',
      email: 'canary-wang@example.com',
    },
  },
  ...more,
});

/** Words of `aDraft` to look for where nothing personal may be. */
export const canaries = [
  '金丝',
  '雀鸣',
  '310115200012310014',
  '44030619851105002X',
  '13812348000',
  '13912348003',
  'canary',
  creditCodes[0],
  '85022088',
  '西湖',
] as const;

export const aSubmission = (filingId: string, more: Partial<SubmissionStep> = {}): SubmissionStep => ({
  filingId,
  submission: 1,
  at: '2018-06-15T02:00:00.000Z',
  pack: '2018-06',
  asOf: '2018-06-15',
  ...more,
});

export const anUndo = (filingId: string, more: Partial<UndoStep> = {}): UndoStep => ({
  filingId,
  submission: 1,
  at: '2018-06-15T03:00:00.000Z',
  ...more,
});
