import { filingWorkflowId } from '@beian/contracts';
import { connectTemporal, developmentEnvironment, type TemporalClient } from '@beian/platform';
import { theStack } from './scene';

let client: Promise<TemporalClient> | undefined;

/** A client of the stories' own: looks into workflows from the operator's side. */
export function temporal(): Promise<TemporalClient> {
  const { temporal: server } = theStack().addresses;
  client ??= connectTemporal({
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: server.namespace,
    CODEC_KEYS: JSON.parse(developmentEnvironment['CODEC_KEYS'] ?? '{}') as never,
  });
  return client;
}

export const filingHandle = async (filingId: string) =>
  (await temporal()).workflow.getHandle(filingWorkflowId(filingId));

export async function closeTemporal(): Promise<void> {
  await (await client)?.connection.close();
  client = undefined;
}
