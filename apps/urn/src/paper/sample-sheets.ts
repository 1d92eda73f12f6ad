import { Injectable } from '@nestjs/common';

import { Elections } from '../elections/index.js';
import { drawSerials } from './draw-serials.js';
import { SampleRefused, SampleUnknown, SamePerson } from './paper.errors.js';
import { type Sample, SamplesRepository } from './samples.repository.js';

export interface SampleView extends Sample {
  readonly election: string;
}

export interface Draw {
  readonly seed: string;
  readonly sheets: number;
  readonly by: readonly [string, string];
}

export interface SampleOutcome {
  readonly errors: number;
  readonly note?: string;
  readonly by: readonly [string, string];
}

/** After the count some sheets are drawn by dice and laid beside their published ballots: once, and told to all. */
@Injectable()
export class SampleSheets {
  constructor(
    private readonly elections: Elections,
    private readonly samples: SamplesRepository,
  ) {}

  /** @throws ElectionUnknown | SamePerson | SampleRefused */
  async draw(election: string, { seed, sheets, by }: Draw): Promise<void> {
    if (by[0] === by[1]) throw new SamePerson();
    const { state } = await this.elections.byId(election);
    if (state !== 'finished') throw new SampleRefused('not-finished');
    const serials = await this.samples.serials(election);
    if (sheets > serials.length) throw new SampleRefused('too-many');
    const drawn = drawSerials(election, seed, serials, sheets);
    if (!(await this.samples.add(election, seed, drawn, by))) throw new SampleRefused('drawn-before');
  }

  /** @throws SamePerson | SampleRefused */
  async check(election: string, { errors, note, by }: SampleOutcome): Promise<void> {
    if (by[0] === by[1]) throw new SamePerson();
    const sample = await this.samples.find(election);
    if (!sample) throw new SampleRefused('not-drawn');
    if (sample.errors !== null) throw new SampleRefused('checked-before');
    if (errors > sample.serials.length) throw new SampleRefused('too-many');
    await this.samples.note(election, { errors, note: note ?? null, by });
  }

  /** @throws ElectionUnknown | SampleUnknown */
  async view(election: string): Promise<SampleView> {
    await this.elections.byId(election);
    const sample = await this.samples.find(election);
    if (!sample) throw new SampleUnknown();
    return { election, ...sample };
  }
}
