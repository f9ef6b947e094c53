/** The servers we run but did not write. */
export const parts = ['temporal', 'postgres', 'minio', 'kafka'] as const;
export type Part = (typeof parts)[number];

/** Version of each part as its cache folder names it. A new version is a new folder; the old one stays usable. */
export const partVersions = {
  temporal: '1.9.1',
  postgres: '18.4.0-beta.17',
  minio: 'v0.0.0-20260212201848-7aac2a2c5b7c',
  kafka: '4.4.0',
} as const satisfies Record<Part, string>;

/** Variable by which a user names an own binary (Temporal, MinIO) or an own folder (Kafka's jars, Postgres' programs). */
export const partVariables = {
  temporal: 'BEIAN_TEMPORAL_BIN',
  postgres: 'BEIAN_POSTGRES_BIN',
  minio: 'BEIAN_MINIO_BIN',
  kafka: 'BEIAN_KAFKA_LIBS',
} as const satisfies Record<Part, string>;

/** Thrown for what a person can mend; printed without a stack. The message says what is wrong and what to do. */
export class Remedy extends Error {
  override readonly name = 'Remedy';
}
