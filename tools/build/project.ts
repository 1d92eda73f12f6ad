import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
/** What a run leaves on this machine and git never sees: database, secrets, build stamps. */
export const local = join(root, '.local');
export const node = process.execPath;
export const bin = (path: string): string => join(root, 'node_modules', path);

interface Output {
  readonly name: string;
  readonly sources: readonly string[];
  readonly result: string;
  readonly steps: readonly (readonly string[])[];
  readonly cwd?: string;
}

const tsc = (...projects: string[]): string[] => [bin('typescript/bin/tsc'), '-b', ...projects];

/** What can be built, each made again only when one of its sources changed. */
export const outputs = {
  cli: {
    name: 'command line',
    sources: ['libs', 'apps/cli'],
    result: 'apps/cli/dist/main.js',
    steps: [tsc('apps/cli')],
  },
  api: {
    name: 'API',
    sources: ['libs', 'apps/api'],
    result: 'apps/api/dist/src/main.js',
    steps: [tsc('apps/api')],
  },
  urn: {
    name: 'urn',
    sources: ['libs', 'apps/urn'],
    result: 'apps/urn/dist/src/main.js',
    steps: [tsc('apps/urn')],
  },
  web: {
    name: 'web pages',
    sources: ['libs', 'apps/web'],
    result: 'apps/web/dist/server/server.mjs',
    steps: [[bin('@angular/cli/bin/ng.js'), 'build']],
    cwd: 'apps/web',
  },
} satisfies Record<string, Output>;

/** Builds `output` when it is stale. @throws Error with the compiler's own words */
export async function build(output: Output, say: (line: string) => void = () => {}): Promise<void> {
  const stamp = join(local, 'built', output.name.replaceAll(' ', '-'));
  const state = stateOf(output.sources);
  if (existsSync(join(root, output.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
    return;

  say(`Building the ${output.name} ...`);
  for (const step of output.steps) await run(step, join(root, output.cwd ?? ''));
  mkdirSync(join(local, 'built'), { recursive: true });
  writeFileSync(stamp, state);
}

function run(args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(
      node,
      args,
      { cwd, maxBuffer: 1 << 26, env: { ...process.env, NG_CLI_ANALYTICS: 'false' } },
      (fault, out, err) => (fault ? reject(new Error(`${args.join(' ')}\n${out}${err}`)) : resolve()),
    );
  });
}

/** Path, size and time of every source file, as one hash: quick to take, changes with any edit. */
function stateOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (['node_modules', 'dist', '.angular', 'out-tsc'].includes(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (!/\.(spec|e2e-spec)\.ts$|\.tsbuildinfo$/.test(entry.name)) {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${path}\0${size}\0${mtimeMs}\n`);
      }
    }
  };
  for (const folder of folders) visit(join(root, folder));
  for (const file of ['package-lock.json', 'tsconfig.base.json']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Runs a command to its end and hands back what it printed, whatever its exit code. */
export function capture(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; echo?: boolean } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: options.cwd ?? root, env: { ...process.env, ...options.env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (options.echo) process.stderr.write(chunk);
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
