import type { AccountId, Instant } from '@beian/contracts';
import type { typeCheckSchema, typeDecisionSchema } from '@beian/contracts/schemas';
import type { Database, PersonVault } from '@beian/platform';
import type { z } from 'zod';

export type TypeDecision = z.output<typeof typeDecisionSchema>;
export type TypeCheck = z.output<typeof typeCheckSchema>;

export const typeCheckKeyName = (checkId: string): string => `type-check:${checkId}`;

/** What *Verify Filing Type* answered; the certificate's number is sealed, everything else is the form as typed. */
export class TypeCheckStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {}

  async keep(check: {
    readonly accountId: AccountId;
    readonly decision: TypeDecision;
    readonly form: TypeCheck['form'];
    readonly certificateNumber: string;
    readonly at: Instant;
  }): Promise<void> {
    const { accountId, decision, form, certificateNumber, at } = check;
    const keyName = typeCheckKeyName(decision.checkId);
    await this.database.transaction(async (tx) => {
      await this.vault.newPersonKey(tx, keyName);
      await tx.query(
        `INSERT INTO type_check (id, account_id, decision, form, certificate_number, decided_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          decision.checkId,
          accountId,
          JSON.stringify(decision),
          JSON.stringify(form),
          await this.vault.seal(tx, keyName, certificateNumber),
          at,
        ],
      );
    });
  }

  /** The check, for the account that asked it; none once its period is over. */
  async get(checkId: string, accountId: AccountId): Promise<TypeCheck | undefined> {
    const [row] = await this.database.query<{ decision: TypeDecision; form: TypeCheck['form'] }>(
      'SELECT decision, form FROM type_check WHERE id = $1 AND account_id = $2 AND erased_at IS NULL',
      [checkId, accountId],
    );
    return row === undefined ? undefined : { ...row.decision, form: row.form };
  }
}
