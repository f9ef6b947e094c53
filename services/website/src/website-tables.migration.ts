import { platformMigrations, type Migration } from '@beian/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SiteChecks1764010000000 } from './checks/site-check-tables.migration';

/**
 * What `website` keeps. What applicants write about their sites is sealed under a key of the filing; domains and service
 * codes that are locked or filed stand in clear, because uniqueness is held over them. A revision never changes.
 */
export class WebsiteTables1732406600000 implements MigrationInterface {
  readonly name = 'WebsiteTables1732406600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE filed_domain, code_quota, service_code, domain_lock, website_pin, website_revision, site, website_part;
       DROP FUNCTION locked_facts_stay(), revision_stays()`,
    );
  }
}

const statements: readonly string[] = [
  `CREATE TABLE website_part (
     filing_id text PRIMARY KEY,
     account_id text NOT NULL,
     province text NOT NULL,
     nature text NOT NULL,
     filing_type text NOT NULL,
     domain text NOT NULL,
     pack text NOT NULL,
     as_of text NOT NULL,
     key_id text NOT NULL,
     events integer NOT NULL DEFAULT 0,
     opened_at timestamptz NOT NULL,
     changed_at timestamptz NOT NULL,
     closed_at timestamptz
   )`,
  `CREATE FUNCTION locked_facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF ROW(NEW.account_id, NEW.province, NEW.nature, NEW.filing_type, NEW.domain, NEW.key_id)
        IS DISTINCT FROM ROW(OLD.account_id, OLD.province, OLD.nature, OLD.filing_type, OLD.domain, OLD.key_id) THEN
       RAISE EXCEPTION 'what Verify Filing Type fixed cannot change' USING ERRCODE = '23514';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER locked_facts_stay BEFORE UPDATE ON website_part FOR EACH ROW EXECUTE FUNCTION locked_facts_stay()`,
  `CREATE TABLE site (
     site_id text PRIMARY KEY,
     filing_id text NOT NULL REFERENCES website_part,
     position integer NOT NULL CHECK (position > 0),
     version integer NOT NULL DEFAULT 1 CHECK (version > 0),
     sealed bytea NOT NULL,
     UNIQUE (filing_id, position)
   )`,
  `CREATE TABLE website_revision (
     filing_id text NOT NULL REFERENCES website_part,
     revision integer NOT NULL CHECK (revision > 0),
     submission integer NOT NULL,
     mark text NOT NULL,
     key_id text NOT NULL,
     sealed bytea NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (filing_id, revision)
   )`,
  `CREATE FUNCTION revision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'a revision never changes' USING ERRCODE = '42501';
   END $$`,
  `CREATE TRIGGER revision_stays BEFORE UPDATE OR DELETE ON website_revision
     FOR EACH ROW EXECUTE FUNCTION revision_stays()`,
  // `undone` without a revision is an undo that came before its pin: it keeps a late pin out.
  `CREATE TABLE website_pin (
     filing_id text NOT NULL REFERENCES website_part,
     submission integer NOT NULL CHECK (submission > 0),
     state text NOT NULL CHECK (state IN ('pinned', 'superseded', 'undone', 'granted')),
     revision integer,
     facts jsonb,
     findings jsonb,
     at timestamptz NOT NULL,
     PRIMARY KEY (filing_id, submission),
     FOREIGN KEY (filing_id, revision) REFERENCES website_revision,
     CHECK (state = 'undone' OR (revision IS NOT NULL AND facts IS NOT NULL))
   )`,
  `CREATE UNIQUE INDEX one_pin_per_filing ON website_pin (filing_id) WHERE state = 'pinned'`,
  `CREATE TABLE domain_lock (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     domain text NOT NULL,
     filing_id text NOT NULL REFERENCES website_part,
     account_id text NOT NULL,
     site_id text NOT NULL,
     submission integer NOT NULL,
     taken_at timestamptz NOT NULL,
     released_at timestamptz
   )`,
  `CREATE UNIQUE INDEX one_running_order_per_domain ON domain_lock (domain) WHERE released_at IS NULL`,
  'CREATE INDEX domain_lock_filing ON domain_lock (filing_id) WHERE released_at IS NULL',
  // A code in progress or filed names the site that uses it; one that is bound names none.
  `CREATE TABLE service_code (
     id text PRIMARY KEY,
     code text NOT NULL UNIQUE,
     account_id text NOT NULL,
     granted_to text,
     instance_id text,
     state text NOT NULL CHECK (state IN ('unbound', 'bound', 'in-progress', 'filed', 'void')),
     filing_id text,
     site_id text,
     submission integer,
     site_number text,
     created_at timestamptz NOT NULL,
     changed_at timestamptz NOT NULL,
     CHECK (state NOT IN ('in-progress', 'filed') OR (filing_id IS NOT NULL AND site_id IS NOT NULL AND submission IS NOT NULL)),
     CHECK (state NOT IN ('bound', 'unbound') OR filing_id IS NULL)
   )`,
  'CREATE INDEX service_code_account ON service_code (account_id, id)',
  'CREATE INDEX service_code_granted ON service_code (granted_to, id) WHERE granted_to IS NOT NULL',
  `CREATE INDEX service_code_filing ON service_code (filing_id) WHERE filing_id IS NOT NULL`,
  `CREATE TABLE code_quota (
     owner text PRIMARY KEY,
     used integer NOT NULL CHECK (used >= 0)
   )`,
  `CREATE TABLE filed_domain (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     domain text NOT NULL,
     site_id text NOT NULL,
     site_number text,
     account_id text NOT NULL,
     filing_id text NOT NULL REFERENCES website_part,
     filed_at timestamptz NOT NULL,
     cancelled_at timestamptz
   )`,
  `CREATE UNIQUE INDEX one_filing_per_domain ON filed_domain (domain) WHERE cancelled_at IS NULL`,
];

/** What a site that is changed or cancelled is compared with: its number and domains, and a mark over the rest. */
export class SiteFiledMarks1764000000000 implements MigrationInterface {
  readonly name = 'SiteFiledMarks1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE site ADD COLUMN filed jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE site DROP COLUMN filed');
  }
}

/** All migrations of this schema, in order. */
export const migrations: readonly Migration[] = [
  ...platformMigrations,
  WebsiteTables1732406600000,
  SiteFiledMarks1764000000000,
  SiteChecks1764010000000,
];
