import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { plainEnvironment, type ServerSetup, type SetupInput } from './server';

const region = 'cn-east-1';

/** Who may use the store. Development keys, for a server that listens on loopback only. */
export interface StoreKeys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** MinIO on one folder. */
export function setUpMinio(input: SetupInput, { accessKey, secretKey }: StoreKeys): ServerSetup {
  const folder = join(input.dataDir, 'minio');
  const endpoint = `http://127.0.0.1:${input.ports.main}`;
  const console = `http://127.0.0.1:${input.ports.second}`;
  return {
    part: 'minio',
    readyWithinSeconds: 60,
    addresses: { s3: { endpoint, console, accessKey, secretKey, region } },
    prepare: async () => void (await mkdir(folder, { recursive: true })),
    order: () => ({
      name: 'minio',
      logFile: join(input.dataDir, 'logs', 'minio.log'),
      command: input.path,
      // prettier-ignore
      args: ['server', folder, '--address', `127.0.0.1:${input.ports.main}`, '--console-address', `127.0.0.1:${input.ports.second}`],
      env: {
        ...plainEnvironment(process.env, ['MINIO_']),
        MINIO_ROOT_USER: accessKey,
        MINIO_ROOT_PASSWORD: secretKey,
        MINIO_REGION_NAME: region,
        MINIO_UPDATE: 'off',
      },
      cwd: folder,
      stopSignal: 'SIGTERM',
      graceMs: 8_000,
    }),
    probe: async () => {
      const answer = await fetch(`${endpoint}/minio/health/cluster`, { signal: AbortSignal.timeout(2_000) });
      if (!answer.ok) throw new Error(`health answered ${answer.status}`);
    },
  };
}
