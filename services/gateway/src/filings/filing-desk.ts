import { Inject, Injectable } from '@nestjs/common';
import type { FilingAnswer } from '@beian/contracts';
import { filingAnswerSchema } from '@beian/contracts/schemas';
import type { Act } from '../acts/act';
import type { Outcome } from '../acts/outcome';
import { InternalServices } from '../internal-services';
import { FilingAccess, type SeenFiling } from './filing-access';
import { Moves } from './moves';

/** What everybody who does something with a filing needs: whose it is, its workflow, and the services behind us. */
@Injectable()
export class FilingDesk {
  constructor(
    @Inject(FilingAccess) readonly access: FilingAccess,
    @Inject(Moves) readonly moves: Moves,
    @Inject(InternalServices) readonly services: InternalServices,
  ) {}

  /**
   * Tells `verification` what it must keep before the workflow hears of it (reasons, notes, addresses, codes). It sends
   * the update itself, under the act's message id, and answers what the workflow answered.
   */
  async tellVerification(
    act: Act,
    seen: SeenFiling,
    told: { readonly path: string; readonly body: object },
  ): Promise<Outcome> {
    const body = { ...told.body, actor: act.by.accountId, actorRoles: act.by.roles, messageId: act.messageId };
    const answer = await this.services.verification.post(told.path, filingAnswerSchema, body);
    return this.moves.answered(act.by, seen, answer as FilingAnswer);
  }
}
