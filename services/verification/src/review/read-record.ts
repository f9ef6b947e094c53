import type { FilingId, Finding, Instant, ReasonRef } from '@beian/contracts';
import type { verificationRecordSchema } from '@beian/contracts/schemas';
import type { Database } from '@beian/platform';
import { rejectCodes } from '@beian/rules';
import type { z } from 'zod';
import { reasonText } from './reason-catalogue';

type FilingRecord = z.output<typeof verificationRecordSchema>;

interface DecisionRow {
  readonly id: string;
  readonly submission: number;
  readonly decision: string;
  readonly state: string;
  readonly actor: string;
  readonly actor_roles: readonly string[];
  readonly proposed_by: string | null;
  readonly reasons: readonly ReasonRef[];
  readonly decided_at: Date;
}

const instant = (at: Date): Instant => at.toISOString();

/**
 * What was judged and decided about one filing, in its order: findings with rule and source, decisions with the section of
 * the regulation behind each reason, phone codes (never the codes), orders at the authority, numbers.
 */
export async function readRecord(
  { database }: { readonly database: Database },
  filingId: FilingId,
): Promise<FilingRecord> {
  const all = <T>(sql: string) => database.query<T>(sql, [filingId]);
  const decisions = await all<DecisionRow>(
    `SELECT id, submission, decision, state, actor, actor_roles, proposed_by, reasons, decided_at FROM decision
      WHERE filing_id = $1 ORDER BY decided_at, id`,
  );
  const submissions = await all<{ submission: number; opened_at: Date; findings: Finding[] }>(
    'SELECT submission, opened_at, findings FROM submission WHERE filing_id = $1 ORDER BY submission',
  );
  const identity = await all<{ submission: number; method: string; chosen_at: Date }>(
    'SELECT submission, method, chosen_at FROM identity_choice WHERE filing_id = $1 ORDER BY chosen_at, id',
  );
  return {
    submissions: submissions.map(({ submission, opened_at: openedAt, findings }) => ({
      submission,
      openedAt: instant(openedAt),
      findings,
    })),
    decisions: tellDecisions(decisions),
    identity: identity.map(({ submission, method, chosen_at: at }) => ({ submission, method, at: instant(at) })),
    phones: await phonesOf(all),
    ...(await authorityOf(all)),
  };
}

type All = <T>(sql: string) => Promise<T[]>;

/** Accounts of staff become aliases: the same person is the same alias within one pack, and nobody outside it. */
function tellDecisions(rows: readonly DecisionRow[]): FilingRecord['decisions'] {
  const aliases = new Map<string, string>();
  const alias = (account: string): string => {
    const known = aliases.get(account) ?? `reviewer-${aliases.size + 1}`;
    aliases.set(account, known);
    return known;
  };
  return rows.map(
    ({
      id,
      submission,
      decision,
      state,
      actor,
      actor_roles: roles,
      proposed_by: proposedBy,
      reasons,
      decided_at: at,
    }) => ({
      id,
      submission,
      decision,
      state,
      by: alias(actor),
      roles: [...roles],
      ...(proposedBy === null ? {} : { proposedBy: alias(proposedBy) }),
      at: instant(at),
      reasons: reasons.map(({ code, pointer }) => ({ code, pointer, ...reasonText(code), source: sourceOf(code) })),
    }),
  );
}

const sourceOf = (code: string): string => {
  const section = rejectCodes.find((reason) => reason.code === code)?.section;
  return section === undefined ? 'the authority’s own code' : `rules.md ${section}`;
};

interface CodeRow {
  readonly submission: number;
  readonly administrator: string;
  readonly send_number: number;
  readonly state: string;
  readonly at: Date;
  readonly matched_at: Date | null;
  readonly voided_at: Date | null;
}

async function phonesOf(all: All): Promise<FilingRecord['phones']> {
  const codes = await all<CodeRow>(
    `SELECT submission, administrator, send_number, state, at, matched_at, voided_at FROM phone_code
      WHERE filing_id = $1 ORDER BY submission, at, administrator, send_number`,
  );
  return codes.map(
    ({ submission, administrator, send_number: send, state, at, matched_at: matched, voided_at: voided }) => ({
      submission,
      administrator,
      send,
      state,
      at: instant(at),
      ...(matched === null ? {} : { matchedAt: instant(matched) }),
      ...(voided === null ? {} : { voidedAt: instant(voided) }),
    }),
  );
}

async function authorityOf(all: All): Promise<Pick<FilingRecord, 'authority' | 'numbers'>> {
  const orders = await all<{ submission: number; at: Date; state: string; outcome: string | null }>(
    'SELECT submission, at, state, outcome FROM authority_order WHERE filing_id = $1 ORDER BY submission',
  );
  const numbers = await all<{ kind: string; number: string; noted_at: Date }>(
    'SELECT kind, number, noted_at FROM filing_number WHERE filing_id = $1 ORDER BY kind DESC, number',
  );
  return {
    authority: orders.map(({ submission, at, state, outcome }) => ({
      submission,
      at: instant(at),
      state,
      ...(outcome === null ? {} : { outcome }),
    })),
    numbers: numbers.map(({ kind, number, noted_at: notedAt }) => ({ kind, number, notedAt: instant(notedAt) })),
  };
}
