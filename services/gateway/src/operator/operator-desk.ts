import { Inject, Injectable } from '@nestjs/common';
import type { FilingId, Message } from '@beian/contracts';
import { calendarChanged } from '@beian/contracts/messages';
import { audit, Clock, Database } from '@beian/platform';
import { z } from 'zod';
import type { Act } from '../acts/act';
import { Outcome } from '../acts/outcome';
import { FilingDesk } from '../filings/filing-desk';
import type { Move } from '../filings/moves';

/** What an operator does to one filing. Each act is in the gateway's audit log before it is sent. */
@Injectable()
export class OperatorDesk {
  constructor(
    @Inject(FilingDesk) private readonly desk: FilingDesk,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Hold and release: the note lies with `verification`, which sends the update itself. */
  async tellVerification(
    act: Act,
    filingId: FilingId,
    told: { readonly what: 'hold' | 'release'; readonly note: string },
  ): Promise<Outcome> {
    const seen = await this.desk.access.foreign(act.by, filingId);
    await this.record(act, filingId, { action: told.what, details: {} });
    const body = { note: told.note };
    return this.desk.tellVerification(act, seen, { path: `/internal/filings/${filingId}/${told.what}`, body });
  }

  /** Told to both who erase by rule; each keeps it with the reason, and doing so twice is fine. */
  async holdByLaw(
    act: Act,
    filingId: FilingId,
    { held, reason }: { readonly held: boolean; readonly reason: string },
  ): Promise<Outcome> {
    await this.desk.access.foreign(act.by, filingId);
    await this.record(act, filingId, { action: held ? 'legal-hold' : 'legal-hold-lifted', details: {} });
    const call = { actor: act.by.accountId, held, reason };
    for (const owner of [this.desk.services.documents, this.desk.services.verification]) {
      await owner.put(`/internal/filings/${filingId}/legal-hold`, z.undefined(), call);
    }
    return new Outcome(204, undefined);
  }

  async move<M extends Message>(act: Act, filingId: FilingId, move: Move<M>): Promise<Outcome> {
    const seen = await this.desk.access.foreign(act.by, filingId);
    await this.record(act, filingId, {
      action: move.update.name,
      details: Object.fromEntries(Object.entries(move.message)),
    });
    return this.desk.moves.send(act.by, seen, move);
  }

  /** Asks the workflow to plan its dates again; a signal, for nobody waits for the answer. */
  async replan(act: Act, filingId: FilingId): Promise<Outcome> {
    const seen = await this.desk.access.foreign(act.by, filingId);
    await this.record(act, filingId, { action: calendarChanged.name, details: {} });
    await this.desk.moves.signal(seen, calendarChanged, { messageId: act.messageId });
    return new Outcome(202, undefined, { location: `/v1/filings/${filingId}` });
  }

  private async record(
    act: Act,
    filingId: FilingId,
    what: { readonly action: string; readonly details: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction((tx) =>
      audit.append(tx, { actor: act.by.accountId, object: `filing/${filingId}`, at, ...what }),
    );
  }
}
