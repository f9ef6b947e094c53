import type { ApiCaller } from '../demo/api-caller';

/** What may be done to many filings, and the route that does it to one. */
export const bulkActions = {
  hold: 'hold',
  release: 'release',
  'extend-window': 'extend-window',
  'retry-undo': 'retry-undo',
  're-plan': 'calendar-changed',
  'rule-pack': 'rule-pack',
} as const;
export type BulkAction = keyof typeof bulkActions;

export interface Bulk {
  readonly action: BulkAction;
  /** Query of `GET /v1/operator/filings`; must not be empty, or it would mean every filing there is. */
  readonly search: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly dryRun: boolean;
  readonly atMost: number;
  /** Names this run: the same run again sends the same messages again, and none of them acts twice. */
  readonly run: string;
}

export interface BulkReport {
  readonly query: string;
  readonly count: number;
  /** What was sent, or would be. */
  readonly meant: readonly string[];
  readonly done: readonly string[];
  /** Refused by the filing itself, with the code that says why. */
  readonly refused: readonly { readonly filingId: string; readonly code: string }[];
}

/** Counts, then sends one update each, one after the other, so that it can be stopped and the others still flow. */
export async function bulk(operator: ApiCaller, wish: Bulk): Promise<BulkReport> {
  const { query, count, items } = await operator.must(
    'GET',
    `/v1/operator/filings?${new URLSearchParams(wish.search).toString()}`,
  );
  const meant = (items as readonly string[]).slice(0, wish.atMost);
  const done: string[] = [];
  const refused: { filingId: string; code: string }[] = [];
  for (const filingId of wish.dryRun ? [] : meant) {
    const path = `/v1/operator/filings/${filingId}/${bulkActions[wish.action]}`;
    const answer = await operator.post(path, { key: `${wish.run}.${filingId}`, body: wish.body });
    if (answer.status < 400) done.push(filingId);
    else refused.push({ filingId, code: String(answer.body?.code ?? answer.status) });
  }
  return { query, count, meant, done, refused };
}
