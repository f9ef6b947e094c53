import { filingWorkflowId } from '@beian/contracts';
import {
  connectTemporal,
  developmentEnvironment,
  readConfig,
  temporalSettings,
  type TemporalClient,
} from '@beian/platform';
import { z } from 'zod';
import { theStack } from './scene';

let client: Promise<TemporalClient> | undefined;

/** A client of the stories' own: looks into workflows from the operator's side. */
export function temporal(): Promise<TemporalClient> {
  const { temporal: server } = theStack().addresses;
  const env = { ...developmentEnvironment, TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: server.namespace };
  client ??= connectTemporal(readConfig('stories', z.object(temporalSettings), env));
  return client;
}

export const filingHandle = async (filingId: string) =>
  (await temporal()).workflow.getHandle(filingWorkflowId(filingId));

export async function closeTemporal(): Promise<void> {
  await (await client)?.connection.close();
  client = undefined;
}
