// A launcher that starts one server under a watchdog and then does nothing. Its first argument is the folder for the log.
const { startChild } = require('../../dist/servers/child.js');

startChild({
  name: 'sleeper',
  command: process.execPath,
  // A server with a child of its own, which must end too.
  args: [
    '-e',
    `require('node:child_process').spawn('sleep', ['600']); setInterval(() => {}, 1000); console.log('up', process.pid)`,
  ],
  env: { PATH: process.env.PATH },
  cwd: process.argv[2],
  logFile: `${process.argv[2]}/sleeper.log`,
  stopSignal: 'SIGTERM',
  graceMs: 2000,
}).then((child) => {
  console.log(child.pid);
  setInterval(() => {}, 1000);
});
