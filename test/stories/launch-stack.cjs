// Jest's global set-up of the stories: the whole stack, launched once as `npm start` does it, on free ports and an empty
// data folder. BEIAN_STORY_STACK names the file of a stack that runs already; then that one is used.
const { spawn } = require('node:child_process');
const { mkdtempSync, existsSync, readFileSync, openSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');

async function launched(stackFile, child) {
  for (let waited = 0; waited < 900; waited += 1) {
    if (child.exitCode !== null) return false;
    if (existsSync(stackFile) && JSON.parse(readFileSync(stackFile, 'utf8')).ready) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
}

module.exports = async function launchStack() {
  if (process.env.BEIAN_STORY_STACK) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-stories-'));
  const log = join(dataDir, 'launch.log');
  const output = openSync(log, 'a');
  const args = ['infra/bin/beian.mjs', 'start', '--data', dataDir, '--ports', 'any'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', output, output] });
  const stackFile = join(dataDir, 'stack.json');
  if (!(await launched(stackFile, child))) {
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
