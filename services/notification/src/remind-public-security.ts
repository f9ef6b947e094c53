import { publicSecurityDaysLeft, type RemindedFilings, type RemindPublicSecurityStep } from '@beian/contracts';
import type { NoticeStore } from './notices.store';
import { remind } from './tell-notice';

/** The workflow's name for this reminder (`stages/aftercare.ts`): under the same occasion it is told once, whoever is first. */
const occasion = 'granted';

/**
 * The public-security reminder (公安联网备案, rules.md 9.5) for granted filings whose day has come and that nobody reminded:
 * the filing's own clock does that, this finds what it missed. Answers how many were told, and how many are left for the
 * next call.
 */
export async function remindPublicSecurity(
  store: NoticeStore,
  { at, limit = 100 }: RemindPublicSecurityStep,
): Promise<RemindedFilings> {
  const dueAt = new Date(Date.parse(at) + publicSecurityDaysLeft * 86_400_000).toISOString();
  const missing = await store.notReminded({
    deadline: 'public-security',
    dueBefore: dueAt,
    suffix: `.remind.public-security-due.${occasion}`,
    limit: Math.min(500, Math.max(1, limit)),
  });
  for (const snapshot of missing.snapshots) {
    const { filingId } = snapshot;
    await remind(store, { filingId, kind: 'public-security-due', occasion, at, snapshot });
  }
  return { reminded: missing.snapshots.length, left: missing.all - missing.snapshots.length };
}
