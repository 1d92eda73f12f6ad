import { resultText, type BallotBody, type Choice, type StyleResult } from '@commonthread/ballot-protocol';
import { countBallots } from '@commonthread/paper-rules';
import { Injectable } from '@nestjs/common';

import { Elections } from '../elections/index.js';
import { PublishRepository } from './publish.repository.js';

/** Counts the finished log by the manifest's rules; each verifier counts again. */
@Injectable()
export class CountResult {
  constructor(
    private readonly elections: Elections,
    private readonly repository: PublishRepository,
  ) {}

  /** @returns the text of the result, without newline; counted once and kept */
  async execute(election: string): Promise<string> {
    const known = (await this.repository.closing(election))?.result;
    if (known) return known;
    const { manifest } = await this.elections.byId(election);
    const choices = new Map<string, (readonly Choice[])[]>(manifest.styles.map(({ style }) => [style, []]));
    for await (const page of this.repository.ballots(election)) {
      for (const { style, body, counts } of page) {
        if (counts) choices.get(style)?.push((JSON.parse(body) as BallotBody).choices);
      }
    }
    const styles = manifest.styles.map((paper): StyleResult => ({
      style: paper.style,
      ...countBallots(paper, manifest.minorPerUnit, choices.get(paper.style) ?? []),
    }));
    const text = resultText({ format: 'commonthread-result/1', election, styles });
    await this.repository.keepResult(election, text);
    return text;
  }
}
