import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { searchAttributeKeys as keys } from '@beian/contracts/messages';
import { newId } from '@beian/platform';
import { Client, Connection } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { testStack } from '@beian/testing';
import { linksTo, operatorViews } from './operator-views';
import { visibilityQuery } from './visibility-query';

const now = new Date('2018-06-29T01:00:00.000Z');

describe('the views of operators', () => {
  it.each(operatorViews(now, '2018-06'))('$name is a query that the real server answers', async ({ query }) => {
    const connection = await Connection.connect({ address: testStack().temporal.address });
    const counted = connection.workflowService.countWorkflowExecutions({ namespace: 'beian-gateway', query });
    await expect(counted).resolves.toHaveProperty('count');
    await connection.close();
  });

  it('look six hours ahead from now', () => {
    expect(operatorViews(now, '2018-06').find(({ name }) => name === 'phones-closing')?.query).toContain(
      `'2018-06-29T07:00:00.000Z'`,
    );
  });

  it('are links that open the list, or keep it under its name', () => {
    const view = { name: 'x', zh: '', en: 'Waiting on operator', query: `IcpWaitingOn = 'operator'` };
    const { open, save } = linksTo(view, 'http://127.0.0.1:8233/', 'beian');
    expect(open.startsWith('http://127.0.0.1:8233/namespaces/beian/workflows?query=')).toBe(true);
    expect(new URL(save).searchParams.get('query')).toBe(view.query);
    expect(new URL(save).searchParams.get('savedQuery')).toBe('Waiting on operator');
  });
});

const docs = join(__dirname, '..', '..', '..', '..', 'docs', 'operator-views.md');

describe('the view pack', () => {
  const namespace = 'beian-gateway';
  const prefix = `seed-${newId()}-`;
  let client: Client;
  beforeAll(async () => {
    const connection = await Connection.connect({ address: testStack().temporal.address });
    client = new Client({ connection, namespace });
    await Promise.all(seeds.map(({ name, attributes }) => start(prefix + name, attributes)));
  });
  afterAll(async () => {
    await Promise.all(seeds.map(({ name }) => client.workflow.getHandle(prefix + name).terminate('end of spec')));
    await client.connection.close();
  });

  /** Nobody works on them: what a view finds depends on the search attributes alone. */
  const start = (workflowId: string, typedSearchAttributes: SearchAttributePair[]) =>
    client.workflow.start('seeded', { workflowId, taskQueue: 'nobody', typedSearchAttributes });

  async function found(query: string): Promise<readonly string[]> {
    const names: string[] = [];
    const mine = visibilityQuery([{ attribute: 'WorkflowId', startsWith: prefix }]);
    for await (const { workflowId } of client.workflow.list({ query: `${query} AND ${mine}` }))
      names.push(workflowId.slice(prefix.length));
    return names.sort();
  }

  it.each(operatorViews(now, '2018-06'))('$name finds exactly the filings it means', async ({ name, query }) => {
    const meant = seeds.filter(({ views }) => views.includes(name)).map((seed) => seed.name);
    let seen: readonly string[] = [];
    for (let tries = 0; tries < 100; tries += 1) {
      seen = await found(query);
      if (seen.length === meant.length) break;
      await delay(100); // visibility lags
    }
    expect(seen).toEqual([...meant].sort());
  });

  it('stands in the documentation as it is', () => {
    const text = readFileSync(docs, 'utf8');
    for (const { name, zh, en, query } of operatorViews(now, '2018-06')) {
      const written = query
        .replace(`'2018-06-29T07:00:00.000Z'`, '<now + 6 h>')
        .replace(`'2018-06-29T01:00:00.000Z'`, '<now>');
      expect(text).toContain(`| \`${name}\` | ${zh} | ${en} | \`${written}\` |`);
    }
  });

  it.each([`x' OR IcpOverdue = true OR IcpStage = 'y`, `\\' OR 1=1 --`, `'`, `\\`, `a"b`, '短信'])(
    'takes %s as a value and as nothing else',
    async (value) => {
      await expect(found(visibilityQuery([{ attribute: 'IcpStage', is: '=', value }]))).resolves.toEqual([]);
    },
  );
});

interface Seed {
  readonly name: string;
  readonly views: readonly string[];
  readonly attributes: SearchAttributePair[];
}

const stage = (value: string) => ({ key: keys.stage, value });
const waitsOn = (value: string) => ({ key: keys.waitingOn, value });
const pack = (value: string) => ({ key: keys.rulePack, value });
const deadline = (hours: number) => ({ key: keys.deadline, value: new Date(now.getTime() + hours * 3_600_000) });
const province = (value: string) => ({ key: keys.province, value });

/** Each row beside the one that just misses it. */
const seeds: readonly Seed[] = [
  { name: 'overdue', views: ['overdue'], attributes: [pack('2018-06'), { key: keys.overdue, value: true }] },
  { name: 'in-time', views: [], attributes: [pack('2018-06'), { key: keys.overdue, value: false }] },
  { name: 'review', views: ['provider-review'], attributes: [pack('2018-06'), stage('provider-review')] },
  {
    name: 'closing',
    views: ['phones-closing'],
    attributes: [pack('2018-06'), stage('phone-verification'), deadline(5)],
  },
  { name: 'not-closing', views: [], attributes: [pack('2018-06'), stage('phone-verification'), deadline(7)] },
  { name: 'late', views: ['authority-late'], attributes: [pack('2018-06'), stage('authority-review'), deadline(-1)] },
  { name: 'on-time', views: [], attributes: [pack('2018-06'), stage('authority-review'), deadline(1)] },
  { name: 'held', views: ['waiting-on-operator'], attributes: [pack('2018-06'), waitsOn('operator')] },
  {
    name: 'undoing',
    views: ['undo-not-finished'],
    attributes: [pack('2018-06'), waitsOn('system'), { key: keys.outcome, value: 'withdrawn' }],
  },
  {
    name: 'beijing',
    views: ['province-down'],
    attributes: [pack('2018-06'), stage('authority-review'), province('11')],
  },
  { name: 'third', views: ['third-submission'], attributes: [pack('2018-06'), { key: keys.attempt, value: 3 }] },
  { name: 'second', views: [], attributes: [pack('2018-06'), { key: keys.attempt, value: 2 }] },
  { name: 'other-pack', views: ['older-pack'], attributes: [pack('2018-09')] },
];
