import type { FilingId, OverdueWords, SweepWish } from '@beian/contracts';
import { audit, problem, type Clock, type Database, type DossierStore, type Tx } from '@beian/platform';
import type { KeptWordsStore, WordsRetention } from './kept-words.store';

export interface WordsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly words: KeptWordsStore;
  readonly wordsRetention: WordsRetention;
  readonly dossiers: Pick<DossierStore, 'removeOf'>;
}

const filingsAtOnce = 50;
const looseAtOnce = 500;

/** An operator keeps what was written about a filing in spite of the rule, or stops doing so; audited with the reason. */
export async function holdWords(
  { database, clock, words }: Pick<WordsDeps, 'database' | 'clock' | 'words'>,
  filingId: FilingId,
  call: { readonly actor: string; readonly held: boolean; readonly reason: string },
): Promise<void> {
  const at = clock.now();
  await database.transaction(async (tx) => {
    if (!(await words.hold(tx, filingId, call.held ? at : null))) problem('not-found');
    const action = call.held ? 'words-held' : 'words-hold-lifted';
    await audit.append(tx, { actor: call.actor, action, object: `filing/${filingId}`, reason: call.reason, at });
  });
}

/**
 * Erases, or in a dry run counts, the words whose period is over, by class (PIPL 47: purpose reached, period over). With
 * the words of a filing go its dossiers in the object store. The rows stay as tombstones: codes, places, instants, and
 * who decided what, so that the course of the filing can still be proved.
 */
export async function eraseOverdueWords(deps: WordsDeps, { dryRun }: SweepWish): Promise<OverdueWords> {
  const { words, wordsRetention, clock } = deps;
  const at = clock.now();
  if (dryRun) return { ...(await words.count(wordsRetention, at)), isMore: false };
  const overdue = await words.overdue(wordsRetention, at, filingsAtOnce);
  let filings = 0;
  for (const filingId of overdue) if (await eraseOne(deps, filingId, at)) filings++;
  const loose = await eraseLoose(deps, at);
  const isMore = overdue.length === filingsAtOnce || Object.values(loose).includes(looseAtOnce);
  return { filings, ...loose, isMore };
}

/** The objects go inside the transaction: a store that is away leaves the filing overdue, to be taken up again. */
async function eraseOne({ database, words, dossiers }: WordsDeps, filingId: FilingId, at: Date): Promise<boolean> {
  return database.transaction(async (tx) => {
    if (!(await words.eraseFiling(tx, filingId, at))) return false;
    await dossiers.removeOf(filingId);
    await appendErased(tx, { action: 'words-erased', object: `filing/${filingId}`, at });
    return true;
  });
}

/** What belongs to no filing. */
async function eraseLoose(
  { database, words, wordsRetention }: WordsDeps,
  at: Date,
): Promise<Pick<OverdueWords, 'typeChecks' | 'strayAnswers'>> {
  const some = { at, limit: looseAtOnce };
  return database.transaction(async (tx) => {
    const checks = await words.eraseChecks(tx, wordsRetention, some);
    const strays = await words.eraseStrays(tx, wordsRetention, some);
    for (const id of checks) await appendErased(tx, { action: 'type-check-erased', object: `type-check/${id}`, at });
    for (const id of strays) await appendErased(tx, { action: 'answer-erased', object: `authority-message/${id}`, at });
    return { typeChecks: checks.length, strayAnswers: strays.length };
  });
}

const appendErased = (tx: Tx, entry: { readonly action: string; readonly object: string; readonly at: Date }) =>
  audit.append(tx, { actor: 'verification', ...entry });
