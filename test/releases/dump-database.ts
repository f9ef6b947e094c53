import type { Client } from 'pg';

/**
 * Our own small `pg_dump`: the servers that come from the package registry bring none. Writes SQL that a superuser runs on an
 * empty database whose roles exist; rights are not in it, the migrations give them. Sorted throughout: one state, one text.
 */
export async function dumpDatabase(client: Client, schemas: readonly string[]): Promise<string> {
  const { before, tables, after } = await structureOf(client, schemas);
  const rows: string[] = [];
  for (const table of tables) rows.push(...(await rowsOf(client, table)));
  return statements([...before, ...rows, ...(await countersOf(client, schemas)), ...after]);
}

/** The same without rows and counters: two databases of one structure give one text. */
export async function dumpStructure(client: Client, schemas: readonly string[]): Promise<string> {
  const { before, after } = await structureOf(client, schemas);
  return statements([...before, ...after]);
}

const statements = (all: readonly string[]): string => all.map((one) => `${one};\n`).join('');

interface Table {
  /** Schema-qualified and quoted, as all names here. */
  readonly name: string;
  readonly definition: string;
  /** Columns that are stored as given: all but generated ones. */
  readonly columns: readonly string[];
  readonly orderedBy: readonly string[];
}

interface Structure {
  readonly before: readonly string[];
  readonly tables: readonly Table[];
  /** What is made after the rows are in: faster, and no trigger sees them. */
  readonly after: readonly string[];
}

async function structureOf(client: Client, schemas: readonly string[]): Promise<Structure> {
  // Names are printed with their schema only where the search path does not find them; instants in the session's zone.
  await client.query(`SET search_path = ''; SET timezone = 'UTC'`);
  const lines = async (sql: string) =>
    (await client.query<{ line: string }>(sql, [schemas])).rows.map(({ line }) => line);
  const strange = await lines(strangeThings);
  if (strange.length > 0) throw new Error(`the dump does not know how to write ${strange.join(', ')}`);
  const tables = (await client.query<Table>(tablesOfSchemas, [schemas])).rows;
  return {
    tables,
    before: [
      ...[...schemas].sort().map((schema) => `CREATE SCHEMA ${schema}`),
      ...(await lines(functions)),
      ...(await lines(serialSequences)),
      ...tables.map(({ definition }) => definition),
      ...(await lines(sequenceOwners)),
    ],
    after: [...(await lines(constraints)), ...(await lines(indexes)), ...(await lines(triggers))],
  };
}

/** One statement per table; the rows stay text from server to server, so that no number loses a digit on its way. */
async function rowsOf(client: Client, { name, columns, orderedBy }: Table): Promise<readonly string[]> {
  const { rows } = await client.query<{ row: string }>(
    `SELECT row_to_json(t)::text AS row FROM ${name} t ORDER BY ${orderedBy.map((column) => `t.${column}`).join(', ')}`,
  );
  if (rows.length === 0) return [];
  const list = columns.join(', ');
  const json = client.escapeLiteral(`[\n${rows.map(({ row }) => row).join(',\n')}\n]`);
  return [
    `INSERT INTO ${name} (${list}) OVERRIDING SYSTEM VALUE\nSELECT ${list} FROM json_populate_recordset(NULL::${name}, ${json})`,
  ];
}

async function countersOf(client: Client, schemas: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT format('SELECT setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value) AS line
       FROM pg_sequences WHERE schemaname = ANY($1) AND last_value IS NOT NULL ORDER BY 1`,
    [schemas],
  );
  return rows.map(({ line }) => line);
}

/** What a migration might bring one day and nothing here writes: better an error than a dump with a hole. */
const strangeThings = `
  SELECT relnamespace::regnamespace || '.' || relname AS line FROM pg_class
   WHERE relnamespace = ANY($1::regnamespace[]) AND (relkind NOT IN ('r', 'i', 'S') OR relispartition OR relrowsecurity)
  UNION ALL
  SELECT typnamespace::regnamespace || '.' || typname FROM pg_type
   WHERE typnamespace = ANY($1::regnamespace[]) AND typtype IN ('e', 'd', 'r', 'm')`;

const tablesOfSchemas = `
  SELECT c.oid::regclass::text AS name,
         format(E'CREATE TABLE %s (\\n  %s\\n)%s', c.oid::regclass, string_agg(column_text, E',\\n  ' ORDER BY a.attnum),
                ' WITH (' || array_to_string(c.reloptions, ', ') || ')') AS definition,
         array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
         coalesce(
           (SELECT array_agg(quote_ident(k.attname) ORDER BY k.attnum) FROM pg_index i
              JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY(i.indkey)
             WHERE i.indrelid = c.oid AND i.indisprimary),
           array_agg(quote_ident(a.attname) || '::text' ORDER BY a.attnum)) AS "orderedBy"
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   CROSS JOIN LATERAL (SELECT concat(
           format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)),
           CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation END,
           CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
                WHEN a.attidentity = 'd' THEN ' GENERATED BY DEFAULT AS IDENTITY'
                WHEN a.attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
                WHEN a.attgenerated = 'v' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') VIRTUAL'
                ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
           CASE WHEN a.attnotnull THEN ' NOT NULL' END) AS column_text) AS line
   WHERE c.relkind = 'r' AND c.relnamespace = ANY($1::regnamespace[])
   GROUP BY c.oid, c.reloptions ORDER BY 1`;

const functions = `
  SELECT rtrim(pg_get_functiondef(p.oid)) AS line FROM pg_proc p
   WHERE p.pronamespace = ANY($1::regnamespace[]) ORDER BY p.oid::regprocedure::text`;

/** Sequences behind `serial` columns; those of identity columns come with their table. */
const sequencesOfColumns = `
  SELECT s.oid::regclass::text AS sequence, format_type(q.seqtypid, NULL) AS type, a.attrelid::regclass AS owner, a.attname
    FROM pg_class s JOIN pg_sequence q ON q.seqrelid = s.oid
    JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'a'
    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
   WHERE s.relkind = 'S' AND s.relnamespace = ANY($1::regnamespace[]) ORDER BY 1`;
const serialSequences = `SELECT format('CREATE SEQUENCE %s AS %s', sequence, type) AS line FROM (${sequencesOfColumns}) q`;
const sequenceOwners = `
  SELECT format('ALTER SEQUENCE %s OWNED BY %s.%I', sequence, owner, attname) AS line FROM (${sequencesOfColumns}) q`;

/** Keys before what refers to them. NOT NULL stands with its column. */
const constraints = `
  SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE connamespace = ANY($1::regnamespace[]) AND conrelid <> 0 AND contype IN ('p', 'u', 'x', 'c', 'f')
   ORDER BY contype = 'f', conrelid::regclass::text, conname`;

const indexes = `
  SELECT pg_get_indexdef(i.indexrelid) AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
   ORDER BY 1`;

const triggers = `
  SELECT pg_get_triggerdef(t.oid) AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE c.relnamespace = ANY($1::regnamespace[]) AND NOT t.tgisinternal ORDER BY 1`;
