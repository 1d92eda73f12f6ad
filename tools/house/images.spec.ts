import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { root } from '../build/project.ts';

const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = <T>(path: string): T => JSON.parse(text(path)) as T;
const lines = (path: string): string[] =>
  text(path)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

interface Package {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
}
const locked = json<{ packages: Record<string, { dev?: boolean }> }>('package-lock.json').packages;
const libs = new Map(
  readdirSync(join(root, 'libs')).map((name) => [
    json<Package>(`libs/${name}/package.json`).name,
    `libs/${name}`,
  ]),
);

/** Names of the packages that a source file imports at run time, types left out. */
function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s(?!type\b)[^'";]*?from\s*'([@\w./-]+)'|\bimport\(?\s*'([@\w./-]+)'/g,
  );
  return [...found].map(([, named, bare]) => named ?? bare ?? '').filter((name) => !/^(\.|node:)/.test(name));
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Every package that a folder's code needs to run, with those of our own libraries it leads to. */
function needs(folder: string, seen = new Set<string>()): Set<string> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /(?<!\.spec|\.d)\.ts$/.test(name))) {
    for (const specifier of importsOf(text(join(folder, file)))) {
      const name = packageOf(specifier);
      if (seen.has(name)) continue;
      seen.add(name);
      const lib = libs.get(name);
      if (lib) needs(`${lib}/src`, seen);
    }
  }
  return seen;
}

/** The last stage of a Dockerfile and what it takes from which stage. */
function imageOf(file: string) {
  const all = text(`docker/${file}`);
  const stages = all.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';
  const packages = stages.find((stage) => /AS packages\b/.test(stage)) ?? '';
  return {
    last,
    takesPackages: last.includes('COPY --from=packages /app ./') && packages.includes('--omit=dev'),
    packages,
    copied: [...last.matchAll(/COPY --from=build \/src\/(\S+) (\S+)/g)].map(([, , to]) => to ?? ''),
  };
}

describe('the images', () => {
  it.each(['api', 'urn'])('%s: holds every package and library that its code imports', (app) => {
    const image = imageOf(`${app}.Dockerfile`);
    expect(image.takesPackages).toBe(true);
    const folders = [`apps/${app}/src`, `apps/${app}/migrations`];
    const wanted = new Set(folders.flatMap((folder) => [...needs(folder)]));
    expect(wanted.size).toBeGreaterThan(8);
    for (const name of wanted) {
      const lib = libs.get(name);
      if (lib) {
        expect(image.packages).toContain(`COPY ${lib}/package.json ${lib}/`);
        expect(image.copied).toContain(`${lib}/dist`);
      } else {
        expect([name, locked[`node_modules/${name}`]?.dev ?? false]).toEqual([name, false]);
        expect([name, `node_modules/${name}` in locked]).toEqual([name, true]);
      }
    }
  });

  it('web: holds every package that is left out of the bundle', () => {
    const image = imageOf('web.Dockerfile');
    const { projects } = json<{
      projects: { web: { architect: { build: { options: { externalDependencies: string[] } } } } };
    }>('apps/web/angular.json');
    const outside = projects.web.architect.build.options.externalDependencies;
    const { dependencies = {} } = json<Package>('package.json');
    expect(outside.filter((name) => !image.takesPackages || !(name in dependencies))).toEqual([]);
  });

  it.each(['api', 'urn', 'web'])('%s: starts a file that it holds', (app) => {
    const { last, copied } = imageOf(`${app}.Dockerfile`);
    const [, entry = ''] = /CMD \["node", "([^"]+)"\]\s*$/.exec(last) ?? [];
    expect(copied.some((folder) => entry.startsWith(`${folder}/`))).toBe(true);
    if (app !== 'web')
      expect(existsSync(join(root, entry.replace('/dist/', '/').replace(/\.js$/, '.ts')))).toBe(true);
  });

  it('are built from nothing that git ignores', () => {
    const kept = new Set(lines('.dockerignore'));
    const wanted = lines('.gitignore').map((pattern) => `**/${pattern.replace(/\/$/, '')}`);
    expect(wanted.filter((pattern) => !kept.has(pattern))).toEqual([]);
  });
});
