import { ActivityFailure, log } from '@temporalio/workflow';
import type { FilingId, LedgerEntry, UndoName } from '@beian/contracts';
import { undo } from './activities';
import { now } from './deadlines';

/** Where the entries are kept: a part of the filing's state, so that they are carried over continue-as-new. */
export interface LedgerPlace {
  ledger: readonly LedgerEntry[];
}

/** What must be undone (补偿), newest last. */
export class Ledger {
  constructor(
    private readonly filingId: FilingId,
    private readonly place: LedgerPlace,
  ) {}

  /** Before the step, never after it: one undo too many does no harm, one too few does. */
  note(name: UndoName, submission: number): void {
    if (this.place.ledger.some((entry) => entry.undo === name && entry.submission === submission)) return;
    this.place.ledger = [...this.place.ledger, { undo: name, submission, state: 'open' }];
  }

  /** A step that may be done several times, with one undo for all of them: what was undone before counts again. */
  noteAgain(name: UndoName, submission: number): void {
    this.forget(name, submission);
    this.note(name, submission);
  }

  has(name: UndoName, submission: number): boolean {
    return this.place.ledger.some((entry) => entry.undo === name && entry.submission === submission);
  }

  /** The step has answered that it changed nothing. */
  forget(name: UndoName, submission: number): void {
    this.place.ledger = this.place.ledger.filter((entry) => !(entry.undo === name && entry.submission === submission));
  }

  /** The step is done with for good: used up, or undone by whoever it was done with. */
  settle(...names: readonly UndoName[]): void {
    this.change((entry) => (entry.state === 'open' && names.includes(entry.undo) ? 'settled' : entry.state));
  }

  settleAll(): void {
    this.change((entry) => (entry.state === 'open' ? 'settled' : entry.state));
  }

  hasOpen(): boolean {
    return this.place.ledger.some(({ state }) => state === 'open');
  }

  hasParked(name?: UndoName): boolean {
    return this.place.ledger.some((entry) => entry.state === 'parked' && (name === undefined || entry.undo === name));
  }

  /** An operator has mended the cause: what is parked under this name is tried again, and nothing else. */
  async retryParked(name: UndoName): Promise<void> {
    await this.tryAll(this.place.ledger.filter(({ undo: noted, state }) => state === 'parked' && noted === name));
  }

  /** Newest first. One that fails for good is parked for a person and never stops the others. */
  async undoOpen(only?: UndoName): Promise<void> {
    const isMeant = ({ undo: noted, state }: LedgerEntry) => state === 'open' && (only === undefined || noted === only);
    await this.tryAll(this.place.ledger.filter(isMeant));
  }

  private async tryAll(entries: readonly LedgerEntry[]): Promise<void> {
    for (const entry of [...entries].reverse()) {
      const state = await this.tryUndo(entry);
      this.change((other) =>
        other.undo === entry.undo && other.submission === entry.submission ? state : other.state,
      );
    }
  }

  private async tryUndo({ undo: name, submission }: LedgerEntry): Promise<'undone' | 'parked'> {
    try {
      await undo[name]({ filingId: this.filingId, submission, at: now() });
      return 'undone';
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.warn('undo parked for a person', { undo: name, submission });
      return 'parked';
    }
  }

  private change(stateOf: (entry: LedgerEntry) => LedgerEntry['state']): void {
    this.place.ledger = this.place.ledger.map((entry) => ({ ...entry, state: stateOf(entry) }));
  }
}
