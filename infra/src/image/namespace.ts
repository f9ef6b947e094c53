import { setTimeout as pause } from 'node:timers/promises';
import { searchAttributes } from '@beian/contracts';
import type { frontendOf } from '@beian/platform';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

/** Days that a closed filing stays readable in Temporal. */
const retentionDays = 30;

/** Temporal's own numbers of the types of search attributes. */
const typeNumbers = { Text: 1, Keyword: 2, Int: 3, Double: 4, Bool: 5, Datetime: 6, KeywordList: 7 } as const;

const alreadyExists = 6;
const patienceMs = 60_000;

export interface NamespacePlace {
  readonly frontend: ReturnType<typeof frontendOf>;
  readonly namespace: string;
}

/**
 * Makes the namespace and its search attributes where they are missing, and waits until the server answers for both: a
 * filing that is started in between would be refused. Throws after a minute.
 */
export async function prepareNamespace({ frontend, namespace }: NamespacePlace): Promise<string> {
  const connection = await Connection.connect({ ...frontend, connectTimeout: 10_000 });
  try {
    await ignoring(alreadyExists, () =>
      connection.workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(retentionDays * 86_400_000),
      }),
    );
    await untilDone(async () => {
      const missing = await missingAttributes(connection, namespace);
      if (missing.length > 0)
        await ignoring(alreadyExists, () => addAttributes(connection, { namespace, names: missing }));
      const still = await missingAttributes(connection, namespace);
      if (still.length > 0) throw new Error(`search attributes not there yet: ${still.join(', ')}`);
    });
    return `namespace ${namespace} with ${Object.keys(searchAttributes).length} search attributes`;
  } finally {
    await connection.close();
  }
}

type Name = keyof typeof searchAttributes;

async function missingAttributes({ operatorService }: Connection, namespace: string): Promise<readonly Name[]> {
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  return (Object.keys(searchAttributes) as Name[]).filter((name) => !(name in (customAttributes ?? {})));
}

async function addAttributes(
  { operatorService }: Connection,
  of: { readonly namespace: string; readonly names: readonly Name[] },
): Promise<void> {
  const types = Object.fromEntries(of.names.map((name) => [name, typeNumbers[searchAttributes[name]]]));
  await operatorService.addSearchAttributes({ namespace: of.namespace, searchAttributes: types });
}

async function ignoring(code: number, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if ((error as { code?: number }).code !== code) throw error;
  });
}

/** A new namespace reaches all parts of the server within seconds. */
async function untilDone(work: () => Promise<void>): Promise<void> {
  for (const giveUpAt = Date.now() + patienceMs; ; await pause(500)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
    }
  }
}
