import { servers, specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { SystemClock } from '../process/clock';
import { ObjectStore } from '../store/object-store';
import { audit, auditHead, verifyAudit, type AuditEntry, type AuditHead } from './audit';
import { AuditAnchor, headsInStore } from './audit-anchor';

jest.setTimeout(60_000);

const entry = (object: string): AuditEntry => ({
  actor: 'account/1',
  action: 'decide',
  object,
  reason: 'domain-holder-differs',
  at: '2018-06-01T01:00:00.000Z',
  details: { b: 2, a: [1, 'ü'], none: undefined },
});

describe('the audit log', () => {
  let own: SpecDatabase;
  beforeEach(async () => {
    own = await specDatabase('verification');
  });
  afterEach(() => own.drop());

  const write = (count: number) =>
    own.database.transaction(async (tx) => {
      for (let index = 0; index < count; index++) await audit.append(tx, entry(`filing/${index}`));
    });
  /** As somebody would who owns the database and wants to change the past. */
  const tamper = async (sql: string) => {
    await own.database.query('ALTER TABLE audit DISABLE TRIGGER audit_is_append_only');
    await own.database.query(sql);
  };

  it('I-26 numbers entries without gaps under parallel writers, and none of a failed transaction', async () => {
    const failed = own.database.transaction(async (tx) => {
      await audit.append(tx, entry('filing/never'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        own.database.transaction((tx) => audit.append(tx, entry(`filing/p${index}`))),
      ),
    );
    await Promise.all(
      Array.from({ length: 4 }, () =>
        own.database.transaction((tx) => audit.append(tx, entry('filing/repeatable')), {
          isolation: 'REPEATABLE READ',
        }),
      ),
    );
    expect(await verifyAudit(own.database)).toMatchObject({ ok: true, entries: 44 });
    const rows = await own.database.query<{ actor: string; object: string }>(
      'SELECT actor, object FROM audit WHERE object LIKE $1',
      ['filing/p%'],
    );
    expect(new Set(rows.map(({ object }) => object)).size).toBe(40);
    expect(rows[0]?.actor).toBe('account/1');
  });

  it.each(['UPDATE audit SET entry = entry', 'DELETE FROM audit', 'TRUNCATE audit'])(
    'rel 4.11 refuses %s',
    async (sql) => {
      await write(1);
      await expect(own.database.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.each([
    [
      'a changed entry',
      `UPDATE audit SET entry = replace(entry, 'decide', 'decode') WHERE sequence = 5`,
      { fault: 'changed', sequence: 5 },
    ],
    ['a changed hash', `UPDATE audit SET hash = sha256('x') WHERE sequence = 5`, { fault: 'changed', sequence: 5 }],
    ['a dropped entry', `DELETE FROM audit WHERE sequence = 5`, { fault: 'gap', sequence: 5 }],
    ['a dropped first entry', `DELETE FROM audit WHERE sequence = 1`, { fault: 'gap', sequence: 1 }],
    [
      'two entries swapped',
      `UPDATE audit a SET entry = b.entry FROM audit b WHERE a.sequence + b.sequence = 11 AND a.sequence IN (5, 6)`,
      { fault: 'changed', sequence: 5 },
    ],
    [
      'an entry dropped and the rest numbered anew',
      `DELETE FROM audit WHERE sequence = 5;
       UPDATE audit SET sequence = sequence + 1000 WHERE sequence > 5;
       UPDATE audit SET sequence = sequence - 1001 WHERE sequence > 1000`,
      { fault: 'chain-broken', sequence: 5 },
    ],
    [
      'an entry put in between',
      `UPDATE audit SET sequence = sequence + 1000 WHERE sequence >= 5;
       UPDATE audit SET sequence = sequence - 999 WHERE sequence > 1000;
       INSERT INTO audit (sequence, entry, previous, hash)
         SELECT 5, entry, hash, sha256(hash || convert_to(entry, 'UTF8')) FROM audit WHERE sequence = 4`,
      { fault: 'chain-broken', sequence: 6 },
    ],
    ['the end cut off', `DELETE FROM audit WHERE sequence > 8`, { fault: 'head-missing', sequence: 9 }],
  ])('rel S12 finds %s', async (_name, sql, fault) => {
    await write(10);
    const anchor = await auditHead(own.database);
    for (const statement of sql.split(';')) await tamper(statement);
    const verdict = await verifyAudit(own.database, anchor);
    expect(verdict).toMatchObject({ ok: false, ...fault });
  });

  it('rel S12 finds a history that was rewritten from a point on, by the head kept elsewhere', async () => {
    await write(10);
    const anchor = await auditHead(own.database);
    await tamper('DELETE FROM audit WHERE sequence > 7');
    await write(5); // a valid chain again, and longer
    expect(await verifyAudit(own.database)).toMatchObject({ ok: true, entries: 12 });
    expect(await verifyAudit(own.database, anchor)).toMatchObject({ ok: false, sequence: 10 });
  });

  it('rel 4.11 keeps the head in a second place', async () => {
    const { s3 } = servers();
    const objects = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    const bucket = `platform-${randomBytes(5).toString('hex')}`;
    await objects.ensureBucket(bucket);
    await write(3);
    const anchor = new AuditAnchor(headsInStore(objects, { service: 'verification', bucket }), {
      database: own.database,
      clock: new SystemClock(),
      logger: pino({ level: 'silent' }),
    });
    await anchor.beforeApplicationShutdown();
    const kept: AuditHead[] = [];
    for await (const { key } of objects.list(bucket, 'audit-heads/verification/')) {
      kept.push(JSON.parse((await objects.get({ bucket, key }, 1_000))!.toString()) as AuditHead);
    }
    expect(kept).toEqual([await auditHead(own.database)]);
    objects.close();
  });

  it('rel S12 finds each of 200 random changes of one byte in 2,000 entries', async () => {
    await write(2_000);
    await own.database.query('ALTER TABLE audit DISABLE TRIGGER audit_is_append_only');
    for (let round = 0; round < 200; round++) {
      const sequence = 1 + Math.floor(Math.random() * 2_000);
      const column = ['entry', 'hash', 'previous'][round % 3]!;
      const [kept] = await own.database.query<Record<string, unknown>>(
        `SELECT ${column} AS value FROM audit WHERE sequence = $1`,
        [sequence],
      );
      const byte = round % 32;
      const changed =
        column === 'entry'
          ? `replace(entry, 'ü', 'u')`
          : `set_byte(${column}, ${byte}, 255 - get_byte(${column}, ${byte}))`;
      await own.database.query(`UPDATE audit SET ${column} = ${changed} WHERE sequence = $1`, [sequence]);
      expect(await verifyAudit(own.database)).toMatchObject({ ok: false, sequence });
      await own.database.query(`UPDATE audit SET ${column} = $2 WHERE sequence = $1`, [sequence, kept?.['value']]);
    }
    expect(await verifyAudit(own.database)).toMatchObject({ ok: true, entries: 2_000 });
  });
});
