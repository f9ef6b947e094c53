// Jest's global set-up of the stories: the whole stack, launched once as `npm start` does it, on free ports and an empty
// data folder. BEIAN_STORY_STACK names the file of a stack that runs already; then that one is used.
const { spawn } = require('node:child_process');
const { mkdtempSync, existsSync, readFileSync, openSync, rmSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');

/** Looks twice a second, for as long as a build and a start on a busy machine may take. */
const looks = 1_800;

async function launched(stackFile, child) {
  for (let look = 0; look < looks; look += 1) {
    if (child.exitCode !== null) return false;
    if (existsSync(stackFile) && JSON.parse(readFileSync(stackFile, 'utf8')).ready) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

/** A port nobody listens on now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

module.exports = async function launchStack() {
  if (process.env.BEIAN_STORY_STACK) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-stories-'));
  const log = join(dataDir, 'launch.log');
  const output = openSync(log, 'a');
  const args = ['infra/bin/beian.mjs', 'start', '--data', dataDir, '--ports', 'any'];
  // `npm test` has built everything, and other specs use it now: a build would take it away for a moment.
  if (process.env.BEIAN_BUILT) args.push('--no-build');
  // Only requests that ask for it are traced, and `traces.spec.ts` receives them: histories of other stories do not grow.
  const collector = `http://127.0.0.1:${await freePort()}`;
  process.env.BEIAN_STORY_COLLECTOR = collector;
  // Few tries, so that a story can use them up.
  const tries = { HAND_OVER_TRIES: '2', NOTICE_TRIES: '2' };
  const env = { ...process.env, ...tries, OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_TRACES_SAMPLER_ARG: '0' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['pipe', output, output] });
  const stackFile = join(dataDir, 'stack.json');
  if (!(await launched(stackFile, child))) {
    child.kill('SIGINT'); // a stack that nobody waits for any more must not stay
    throw new Error(`the stack did not become ready:\n${readFileSync(log, 'utf8').slice(-4_000)}`);
  }
  process.env.BEIAN_STORY_STACK = stackFile;
  globalThis.stopStories = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
};
