// Stands for a process of ours: answers on /health/ready and asks its task queue for work, as the real ones do.
const { createServer } = require('node:http');
const { Connection } = require('@temporalio/client');

exports.migrations = [
  class FirstTable1700000000000 {
    name = 'FirstTable1700000000000';
    up = (runner) => runner.query('create table thing (id int primary key)');
    down = (runner) => runner.query('drop table thing');
  },
];

exports.boot = async (env) => {
  if (env.REFUSE_TO_START) throw new Error(`REFUSE_TO_START is ${env.REFUSE_TO_START}`);
  const server = createServer((request, response) => {
    if (request.url === '/crash') process.exit(7);
    response.writeHead(request.url === '/health/ready' ? 200 : 404).end();
  });
  await new Promise((resolve) => server.listen(Number(env.PORT), env.HOST, resolve));
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
  let polling = true;
  const poll = async () => {
    const { workflowService } = connection;
    const where = { namespace: env.TEMPORAL_NAMESPACE, identity: 'fixture' };
    const deploymentOptions = { deploymentName: 'beian-filing', buildId: env.BUILD_ID, workerVersioningMode: 2 };
    while (polling) {
      const asked = connection.withDeadline(Date.now() + 65_000, () =>
        Promise.all([
          workflowService.pollWorkflowTaskQueue({ ...where, taskQueue: { name: 'filing' }, deploymentOptions }),
          workflowService.pollActivityTaskQueue({ ...where, taskQueue: { name: 'subject' } }),
        ]),
      );
      await asked.catch(() => new Promise((resolve) => setTimeout(resolve, 200)));
    }
  };
  const current = async () => {
    const version = {
      namespace: env.TEMPORAL_NAMESPACE,
      deploymentName: 'beian-filing',
      buildId: env.BUILD_ID,
      identity: 'fixture',
    };
    while (polling) {
      const done = await connection.workflowService.setWorkerDeploymentCurrentVersion(version).then(
        () => true,
        () => false,
      );
      if (done) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  void poll();
  void current();
  return {
    name: 'fixture',
    url: `http://127.0.0.1:${env.PORT}`,
    close: async () => {
      polling = false;
      server.close();
      await connection.close();
    },
  };
};
