import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FilingForm } from '@beian/infra';
import type { OpenFilingName } from './open-filings';

/** A filing that was under way when the release was frozen, and who goes on with it. */
export interface FrozenFiling {
  readonly name: OpenFilingName;
  readonly filingId: string;
  readonly persona: string;
  readonly form: FilingForm;
}

export interface FrozenObject {
  readonly bucket: string;
  readonly key: string;
  readonly base64: string;
}

/** What the next release finds: everything an installation of a release holds, at one moment at which nothing moved. */
export interface FrozenInstallation {
  /** Names of the migrations that each schema has had. */
  readonly migrations: Readonly<Record<string, readonly string[]>>;
  /** SQL: structure and rows of all schemas. */
  readonly database: Buffer;
  readonly filings: readonly FrozenFiling[];
  /** History of each filing's run, as JSON with encrypted payloads, by the filing's name. */
  readonly histories: Readonly<Record<string, Buffer>>;
  /** The file of Temporal's development server: the open runs themselves, with their timers. */
  readonly temporal: Buffer;
  readonly objects: readonly FrozenObject[];
  /** What the sandbox knows: orders, parcels, messages, the scripted authority. */
  readonly world: Buffer;
}

/** `release` such as `release-0`; found from the sources and from what is compiled of them. */
export const installationFolder = (release: string): string =>
  join(dirname(require.resolve('@beian/test/package.json')), 'releases', release, 'installation');

const write = (file: string, content: Buffer | string): void => writeFileSync(file, gzipSync(content, { level: 9 }));
const read = (file: string): Buffer => gunzipSync(readFileSync(file));
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

export function writeInstallation(folder: string, installation: FrozenInstallation): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'histories'), { recursive: true });
  const { migrations, filings, objects } = installation;
  write(join(folder, 'database.sql.gz'), installation.database);
  write(join(folder, 'temporal.sqlite.gz'), installation.temporal);
  write(join(folder, 'world.json.gz'), installation.world);
  write(join(folder, 'objects.json.gz'), json(objects));
  write(join(folder, 'filings.json.gz'), json({ migrations, filings }));
  for (const [name, history] of Object.entries(installation.histories))
    write(join(folder, 'histories', `${name}.json.gz`), history);
}

export function readInstallation(folder: string): FrozenInstallation {
  const parsed = (file: string): unknown => JSON.parse(read(join(folder, file)).toString('utf8'));
  const histories = readdirSync(join(folder, 'histories'));
  return {
    ...(parsed('filings.json.gz') as Pick<FrozenInstallation, 'migrations' | 'filings'>),
    database: read(join(folder, 'database.sql.gz')),
    temporal: read(join(folder, 'temporal.sqlite.gz')),
    world: read(join(folder, 'world.json.gz')),
    objects: parsed('objects.json.gz') as readonly FrozenObject[],
    histories: Object.fromEntries(
      histories.map((file) => [file.replace('.json.gz', ''), read(join(folder, 'histories', file))]),
    ),
  };
}
