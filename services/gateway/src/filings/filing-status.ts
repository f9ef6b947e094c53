import { actionRoles, allowedActions, type FilingAction, type FilingSnapshot, type Role } from '@beian/contracts';
import type { filingStatusSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import type { SignedIn } from '../access/signed-in';
import { deadlineTexts, stageTexts } from './status-texts';

export type FilingStatus = z.infer<typeof filingStatusSchema>;

/** How somebody stands to a filing: its owner, the owner's agent, or staff of the provider. */
export type Standing = 'owner' | 'agent' | 'staff';

/** Roles that look at filings of others. */
export const staffRoles: readonly Role[] = ['reviewer', 'senior', 'operator', 'auditor'];
export const isStaff = ({ roles }: SignedIn): boolean => roles.some((role) => staffRoles.includes(role));

/** The actions allowed now to somebody of these roles and this standing: nobody reviews his own filing. */
export function actionsFor(snapshot: FilingSnapshot, me: SignedIn, standing: Standing): readonly FilingAction[] {
  const isForeign = standing === 'staff';
  return allowedActions(snapshot).filter((action) => {
    const allowed: readonly Role[] = actionRoles[action];
    return allowed.some((role) => me.roles.includes(role) && staffRoles.includes(role) === isForeign);
  });
}

/** What a person is shown: the snapshot, what he may do, and what happens at the deadline, in both languages. */
export function statusFor(snapshot: FilingSnapshot, me: SignedIn, standing: Standing): FilingStatus {
  const { deadline } = snapshot;
  return {
    ...(snapshot as unknown as Omit<FilingStatus, 'allowedActions' | 'atDeadline' | 'stageText'>),
    allowedActions: [...actionsFor(snapshot, me, standing)],
    stageText: stageTexts[snapshot.stage],
    ...(deadline === undefined ? {} : { atDeadline: deadlineTexts[deadline.kind] }),
  };
}
