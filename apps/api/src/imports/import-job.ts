import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isWithdrawn, PbMalformed } from '@commonthread/pabulib';
import { DataSource, type EntityManager } from 'typeorm';

import { BallotBox, everySoOften } from '../counts/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { type JobKind, Jobs } from '../platform/jobs/index.js';
import { type ImportedProject, RegisterImportedProposals } from '../proposals/index.js';
import { NoteBallotsStored, RegisterFinishedRound } from '../rounds/index.js';
import { type ReadFile, readBallots, readWhole } from './file-reading.js';
import type { Import, ImportFault } from './import.js';
import { ImportsRepository } from './imports.repository.js';
import { roundFromFile } from './round-from-file.js';

export const IMPORTING: JobKind<{ importId: string }> = { name: 'imports.read' };

const PROGRESS_MS = 300;
/** Share of the bar that reading takes; storing the ballots is the rest. */
const READING = 0.4;

/**
 * Turns an uploaded file into a round with its projects and ballots: read once to find every fault,
 * then again to store, all in one transaction. A job that died with its process begins anew.
 */
@Injectable()
export class ImportJob implements OnModuleInit {
  private readonly log = new Logger('imports');

  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly imports: ImportsRepository,
    private readonly registerRound: RegisterFinishedRound,
    private readonly registerProposals: RegisterImportedProposals,
    private readonly noteBallotsStored: NoteBallotsStored,
    private readonly ballots: BallotBox,
    private readonly audit: AuditLog,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.jobs.handle(IMPORTING, ({ importId }) => this.run(importId));
    for (const importId of await this.imports.unfinished()) await this.jobs.start(IMPORTING, { importId });
  }

  private async run(importId: string): Promise<void> {
    const one = await this.imports.byId(importId);
    if (one.finishedAt) return;
    await this.imports.beginReading(importId);
    try {
      const file = await this.read(one);
      await this.imports.beginStoring(importId, file.projects.length, file.ballots);
      await this.database.transaction((manager) => this.store(one, file, manager));
    } catch (error) {
      await this.end(importId, error);
    }
  }

  private read({ id, bytes, encoding }: Import): Promise<ReadFile> {
    const told = everySoOften(PROGRESS_MS, (done: number) =>
      this.imports.progress(id, (READING * done) / bytes, 0),
    );
    return readWhole(this.imports.pieces(id), encoding, told);
  }

  private async store(one: Import, file: ReadFile, manager: EntityManager): Promise<void> {
    if (!(await this.imports.claim(one.id, manager))) return;
    const { warnings, ...round } = roundFromFile(file, one.title);
    const meta = [...file.head.meta].map(([key, value]) => ({ key, value }));
    const { fileName, sha256 } = one;
    const { id: roundId, slug } = await this.registerRound.execute(
      {
        ...round,
        placeId: one.placeId,
        actorId: one.startedBy,
        importedFrom: { fileName, sha256, meta, warnings },
      },
      manager,
    );
    await this.registerProposals.execute(roundId, importedProjects(file), manager);

    const told = everySoOften(PROGRESS_MS, (stored: number) =>
      this.imports.progress(one.id, READING + ((1 - READING) * stored) / Math.max(1, file.ballots), stored),
    );
    const stored = await this.ballots.store(
      roundId,
      readBallots(this.imports.pieces(one.id), one.encoding, file),
      manager,
      told,
    );
    await this.noteBallotsStored.execute(roundId, stored, manager);
    await this.audit.append(
      {
        what: 'import.done',
        actorId: one.startedBy,
        subject: `import:${one.id}`,
        facts: { round: slug, projects: file.projects.length, ballots: stored },
      },
      manager,
    );
    await this.imports.done(one.id, roundId, warnings, manager);
  }

  private async end(importId: string, error: unknown): Promise<void> {
    if (error instanceof PbMalformed) {
      await this.imports.end(importId, 'refused', faultsOf(error));
      return;
    }
    this.log.error(`import ${importId}`);
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : 'thrown value is not an Error');
    await this.imports.end(importId, 'failed', [brokeOff(importId)]);
  }
}

/** Words of the file stand in the reasons, cut to length: half a letter is no text that can be stored. */
const faultsOf = ({ faults }: PbMalformed): ImportFault[] =>
  faults.map(({ line, field, code, reason }) => ({
    line,
    field: wellFormed(field),
    code,
    reason: wellFormed(reason),
  }));

const wellFormed = (text: string): string => Buffer.from(text).toString();

/** Never nothing: whoever waits for the import is told what to ask for. */
const brokeOff = (importId: string): ImportFault => ({
  line: 1,
  field: null,
  code: 'import.broke-off',
  reason: `The platform itself failed while it read or stored this file. Whoever runs it finds the cause in its log, under import ${importId}.`,
});

/** A project the city withdrew after the vote stays on the paper; its cost is a mark that the rules know. */
function importedProjects({ head, projects }: ReadFile): ImportedProject[] {
  return projects.map((project) => ({
    ballotId: project.id,
    title: project.name ?? `Project ${project.id}`,
    description: project.description ?? '',
    costPence: project.costMinor,
    categories: project.categories,
    neighbourhood: project.neighbourhood ?? null,
    latitude: project.latitude ?? null,
    longitude: project.longitude ?? null,
    // Nobody learns how many votes a project has before there is a count.
    votes: null,
    selectedByCity: selectedWords(project.selected, isWithdrawn(project, head.minorPerUnit)),
  }));
}

/** What the city itself decided, as far as the file says. */
function selectedWords(selected: number | undefined, withdrawn: boolean): string | null {
  if (withdrawn) return 'withdrawn';
  switch (selected) {
    case 0:
      return 'no';
    case 1:
      return 'yes';
    case 2:
      return 'by a special provision';
    case 3:
      return 'later, from reserve money';
    default:
      return null;
  }
}
