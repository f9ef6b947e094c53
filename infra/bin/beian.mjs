#!/usr/bin/env node
// Entry of every root script. Written in plain JavaScript, so that it can say what is missing before anything is built.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);

function stop(message) {
  console.error(message);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Node.js 20.19 or newer is needed, this is ${process.versions.node}: install it from https://nodejs.org or with \`nvm install\`.`,
  );
}
if (!existsSync(join(root, 'node_modules', 'typescript')))
  stop('The packages are not installed yet: run `npm ci` in the root of the clone.');

// Only this project and what it stands on; the others are built by the command that needs them.
const tsgo = join(root, 'node_modules', '@typescript', 'native-preview', 'bin', 'tsgo');
const built = spawnSync(process.execPath, [tsgo, '-b', join(root, 'infra')], { stdio: 'inherit' });
if (built.status !== 0) stop('The launcher itself does not compile; the lines above say where.');

const { main } = require(join(root, 'infra', 'dist', 'cli.js'));
process.exitCode = await main(process.argv.slice(2));
