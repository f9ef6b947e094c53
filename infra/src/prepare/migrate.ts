import { runMigrations, type Migration } from '@beian/platform';
import type { OurProcess } from '../processes';

/** One service whose schema is to be brought up to date; schema and role have its name. */
export interface MigrationJob {
  readonly name: string;
  readonly package: string;
  readonly url: string;
}

/** Names of the migrations that a schema must have had, per service. */
export type AppliedMigrations = Readonly<Record<string, readonly string[]>>;

/**
 * The migration job: a process of its own that ends when all schemas are up to date, so that the services never migrate.
 * Takes the jobs as JSON in BEIAN_MIGRATIONS and answers the names over its channel.
 */
export async function migrateAll(jobs: readonly MigrationJob[]): Promise<AppliedMigrations> {
  const applied: Record<string, readonly string[]> = {};
  for (const job of jobs) {
    const migrations = migrationsOf(job);
    await runMigrations({ url: job.url, schema: job.name, role: job.name, migrations });
    applied[job.name] = namesOf(migrations);
  }
  return applied;
}

/** What each schema must have had by this clone's code; loads the built services. */
export function migrationNames(processes: readonly OurProcess[]): AppliedMigrations {
  return Object.fromEntries(
    processes.filter((one) => one.database).map((one) => [one.name, namesOf(migrationsOf(one))]),
  );
}

const namesOf = (migrations: readonly Migration[]): readonly string[] =>
  migrations.map((migration) => new migration().name ?? migration.name);

function migrationsOf(job: Pick<MigrationJob, 'name' | 'package'>): readonly Migration[] {
  const exported = (require(job.package) as { migrations?: readonly Migration[] }).migrations;
  if (exported === undefined)
    throw new Error(`${job.package} exports no \`migrations\`, but processes.ts says it has a database.`);
  return exported;
}

if (require.main === module) {
  const jobs = JSON.parse(process.env['BEIAN_MIGRATIONS'] ?? '[]') as readonly MigrationJob[];
  migrateAll(jobs).then(
    (applied) => process.send?.(applied, undefined, {}, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
