import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECTS = [
  ['library-garden', '18000', 'Library garden'],
  ['youth-cafe', '26000', 'Youth café'],
  ['towpath-lights', '31000', 'Towpath lights'],
  ['bowling-green', '9000', 'Bowling green repairs'],
  ['mural', '4000', 'Mural at the underpass'],
] as const;

/** An invented election as a .pb file in a folder of its own: five projects, £50,000. @returns its path */
export function electionFile(name: string, ballots: number): string {
  return write(
    name,
    head(ballots),
    PROJECTS.map((row) => row.join(';')),
    Array.from({ length: ballots }, (_, n) => `${n + 1};${choiceOf(n)}`),
  );
}

/** The same with two faults: a cost that is no number in line 15, a project that does not exist in line 23. */
export function faultyElectionFile(name: string): string {
  const [first, ...others] = PROJECTS.map((row) => row.join(';'));
  return write(
    name,
    head(3),
    [first!.replace('18000', 'a lot'), ...others],
    ['1;library-garden', '2;a-castle', '3;mural'],
  );
}

function head(ballots: number): string[] {
  return [
    'key;value',
    'description;Invented for a test of the import',
    'country;United Kingdom',
    'unit;Stoke-on-Trent',
    'instance;2026',
    `num_projects;${PROJECTS.length}`,
    `num_votes;${ballots}`,
    'budget;50000',
    'vote_type;approval',
    'rule;greedy',
    'currency;GBP',
  ];
}

/** Every voter names two projects, the earlier ones of the list more often than the later ones. */
function choiceOf(voter: number): string {
  const at = Math.floor(((voter * 7919) % 25) ** 2 / 125);
  return [PROJECTS[at]![0], PROJECTS[(at + 1 + (voter % 3)) % PROJECTS.length]![0]].join(',');
}

function write(name: string, meta: string[], projects: string[], votes: string[]): string {
  const lines = [
    ...['META', ...meta],
    ...['PROJECTS', 'project_id;cost;name', ...projects],
    ...['VOTES', 'voter_id;vote', ...votes],
  ];
  const path = join(mkdtempSync(join(tmpdir(), 'commonthread-election-')), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
