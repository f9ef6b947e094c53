import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Addresses,
  adminUrlOf,
  launch,
  objectStore,
  ourProcesses,
  prepareBuckets,
  prepareDatabase,
  type RunningStack,
  startServers,
  withAdmin,
} from '@beian/infra';
import { developmentEnvironment } from '@beian/platform';
import type { FrozenInstallation } from './frozen-installation';

type ServerAddresses = Required<Addresses>;

/** Every service that owns a schema; role and schema have its name. */
export const owners = ourProcesses.filter(({ database }) => database).map(({ name }) => name);

/** Where the server keeps its runs, and the sandbox what it knows, within a data folder. */
export const temporalFile = (dataDir: string): string => join(dataDir, 'temporal', 'temporal.sqlite');
export const worldFile = (dataDir: string): string => join(dataDir, 'sandbox', 'world.json');

/** A whole stack whose servers stay up after our processes have stopped, so that it can be read while nothing moves. */
export interface InstallationStack {
  readonly running: RunningStack;
  readonly addresses: ServerAddresses;
  /** Stops our processes; the servers go on. */
  stopProcesses(): Promise<void>;
  close(): Promise<void>;
}

/** Starts servers and processes on a data folder; what is to be in the servers before our processes is done `between`. */
export async function startStack(
  dataDir: string,
  between: (addresses: ServerAddresses) => Promise<void> = async () => undefined,
): Promise<InstallationStack> {
  const accessKey = developmentEnvironment['S3_ACCESS_KEY'] ?? '';
  const secretKey = developmentEnvironment['S3_SECRET_KEY'] ?? '';
  const servers = await startServers({ dataDir, ports: 'any', storeKeys: { accessKey, secretKey } });
  try {
    const addresses = servers.addresses as ServerAddresses;
    await between(addresses);
    const running = await launch({ dataDir, ports: 'any', split: true, servers: addresses });
    const stopProcesses = () => running.close();
    return { running, addresses, stopProcesses, close: () => stopProcesses().finally(() => servers.close()) };
  } catch (error) {
    await servers.close();
    throw error;
  }
}

/** An installation as it was frozen, under the code of this clone: its rows, runs and objects, then migrations and processes. */
export async function startFrom(frozen: FrozenInstallation, dataDir: string): Promise<InstallationStack> {
  await put(temporalFile(dataDir), frozen.temporal);
  await put(worldFile(dataDir), frozen.world);
  const stack = await startStack(dataDir, async ({ postgres, s3 }) => {
    await loadDatabase(postgres.adminUrl, frozen.database);
    await prepareBuckets(s3);
    const store = objectStore(s3);
    for (const { bucket, key, base64 } of frozen.objects)
      await store.putObject(bucket, key, Buffer.from(base64, 'base64'));
  });
  await moveIdentityProvider(stack);
  return stack;
}

/** Accounts belong to a person at a provider; ours in development has the address of the sandbox, whose port is another now. */
async function moveIdentityProvider({ addresses, running }: InstallationStack): Promise<void> {
  const issuer = `${running.stack.urls['sandbox']}/oidc`;
  await withAdmin(adminUrlOf(addresses.postgres.adminUrl), (client) =>
    client.query('UPDATE gateway.account SET issuer = $1', [issuer]),
  );
}

/** Roles as any installation makes them, then the dump: schemas, rows and the list of the migrations they have had. */
async function loadDatabase(adminUrl: string, dump: Buffer): Promise<void> {
  await prepareDatabase(adminUrl, owners);
  await withAdmin(adminUrlOf(adminUrl), (client) => client.query(dump.toString('utf8')));
}

async function put(file: string, content: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
