// The first step of every command: plain JavaScript without dependencies, so that it runs on a fresh
// clone with any Node >= 20.19. It installs what is missing, then hands over to the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const [command = 'start', ...args] = process.argv.slice(2);
const COMMANDS = ['start', 'test', 'bench', 'chaos', 'ct', 'build', 'openapi', 'access'];

if (!COMMANDS.includes(command)) {
  console.error(`unknown command ${command}: one of ${COMMANDS.join(', ')}`);
  process.exit(2);
}

if (!installed()) {
  console.error('Installing what is missing (this takes a minute or two the first time) ...');
  // Not `npm ci`: that refuses a lock file without other platforms' optional packages, and some mirrors have none.
  // With `--no-save` the locked versions are installed and nothing is written.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'npm could not install the packages: see the lines above. Check the network, then run the same command again.',
    );
    process.exit(1);
  }
}

const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', join(root, 'tools', command, 'main.ts'), ...args],
  {
    cwd: process.cwd(),
    stdio: 'inherit',
  },
);
// Ctrl-C reaches the whole group; this process only waits until the child has tidied up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** npm writes node_modules/.package-lock.json last; it names every version that is really there. */
function installed() {
  const there = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(there)) return false;
  const have = JSON.parse(readFileSync(there, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, { version, optional, devOptional, link }]) => {
    if (!path.startsWith('node_modules/') || optional || devOptional) return true;
    return link ? existsSync(join(root, path)) : have[path]?.version === version;
  });
}
