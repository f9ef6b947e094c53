import type { filedSubjectsSchema } from '@beian/contracts/schemas';
import type { Database } from '@beian/platform';
import type { z } from 'zod';
import type { RegisterStore } from './register.store';

/** What an account has filed here, with the draft or order that is open for it: there is never a second one (T18). */
export async function tellFiled(
  { database, register }: { readonly database: Database; readonly register: RegisterStore },
  accountId: string,
): Promise<z.output<typeof filedSubjectsSchema>> {
  const filed = await register.filedBy(database, accountId);
  const items = await Promise.all(
    filed.map(async ({ certificateIndex, subjectNumber, province, nature, filedAt }) => {
      const openFiling = await register.openDraft(database, accountId, certificateIndex);
      const open = openFiling === undefined ? {} : { openFiling };
      return { subjectNumber, province, nature, filedAt: filedAt.toISOString(), ...open };
    }),
  );
  return { items };
}
