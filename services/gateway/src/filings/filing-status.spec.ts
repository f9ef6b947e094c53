import {
  actionRoles,
  allowedActions,
  roles,
  stageActions,
  stages,
  type FilingAction,
  type Role,
} from '@beian/contracts';
import { deadlineKinds } from '@beian/contracts';
import { filingStatusSchema } from '@beian/contracts/schemas';
import { snapshotOf } from '../gateway.spec-helper';
import { actionsFor, staffRoles, statusFor, type Standing } from './filing-status';
import { deadlineTexts } from './status-texts';

const me = (...held: Role[]) => ({ accountId: '01JDD0W6V6Q7ZK9C3T5M8N2P4R', roles: held, expiresAt: new Date() });
const owner = '01JDD0W6V6Q7ZK9C3T5M8N2P4R';

describe('what somebody may do', () => {
  it.each(stages)('in %s is what the stage allows and one of his roles may', (stage) => {
    const snapshot = snapshotOf(owner, { stage });
    for (const role of roles.filter((one) => one !== 'authority')) {
      const standing: Standing = staffRoles.includes(role) ? 'staff' : 'owner';
      const expected = allowedActions(snapshot).filter((action) =>
        (actionRoles[action] as readonly Role[]).includes(role),
      );
      expect(actionsFor(snapshot, me(role), standing)).toEqual(expected);
    }
  });

  it('is nothing of the desk on his own filing, and nothing of the owner on somebody else’s', () => {
    const both = me('applicant', 'reviewer', 'operator');
    for (const stage of stages) {
      const snapshot = snapshotOf(owner, { stage });
      const ofStaff = (action: FilingAction) =>
        (actionRoles[action] as readonly Role[]).some((role) => staffRoles.includes(role));
      expect(actionsFor(snapshot, both, 'owner').filter(ofStaff)).toEqual([]);
      expect(actionsFor(snapshot, both, 'staff').filter((action) => !ofStaff(action))).toEqual([]);
    }
  });

  it('leaves no stage in which the one who is waited on can do nothing', () => {
    const applicants = stages.filter((stage) =>
      (stageActions[stage] as readonly string[]).some((action) => /submit|confirm|choose|photo/.test(action)),
    );
    for (const stage of applicants) {
      expect(actionsFor(snapshotOf(owner, { stage }), me('applicant'), 'owner').length).toBeGreaterThan(0);
    }
  });
});

describe('what a filing shows', () => {
  it.each(stages)('of the stage %s fits its schema, with words in both languages', (stage) => {
    const status = statusFor(snapshotOf(owner, { stage }), me('applicant'), 'owner');
    expect(filingStatusSchema.parse(status)).toEqual(status);
    expect(status.stageText.zh).not.toBe('');
    expect(status.stageText.en).not.toBe('');
    expect(status.atDeadline).toBeUndefined();
  });

  it.each(deadlineKinds)('of the deadline %s is what happens at it, beside the expected range', (kind) => {
    const deadline = {
      kind,
      at: '2018-06-29T10:00:00.000Z',
      from: '2018-06-06T10:00:00.000Z',
      provisional: true,
      source: 'x',
    };
    const status = statusFor(snapshotOf(owner, { deadline }), me('applicant'), 'owner');
    expect(filingStatusSchema.parse(status)).toMatchObject({ deadline, atDeadline: deadlineTexts[kind] });
  });
});
