import { Connection } from '@temporalio/client';
import { testStack } from '@beian/testing';
import { linksTo, operatorViews } from './operator-views';

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
