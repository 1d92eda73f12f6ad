import {
  checkLeximin,
  drawable,
  type Level,
  nearestQuotas,
  type ProofFault,
  type Row,
  type Solver,
} from '@commonthread/sortition';

import { type Drawn, idsOf, provenModel, upperBound } from './draw-pool.js';
import { changeInWords } from './read-checked-pool.js';

export interface DrawReport {
  /** By id: of the lottery, before it became tickets. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** By id: on how many tickets. */
  readonly counts: Readonly<Record<string, number>>;
  readonly minimum: number;
  readonly upperBound: number;
  readonly certificate: {
    readonly levels: readonly Level[];
    readonly cuts: readonly Row[];
    readonly caps: readonly Row[];
  };
  readonly proof: { readonly holds: boolean; readonly faults: readonly ProofFault[] };
  readonly ticketsHash: string;
  readonly tickets: number;
  readonly distinct: number;
  readonly shortfall: number;
  readonly ticket: number;
  readonly selected: readonly string[];
  readonly unselectable: readonly string[];
  readonly seconds: number;
}

export function drawReport(drawn: Drawn, seconds: number): DrawReport {
  const { pool, model, lottery, tickets } = drawn;
  const byId = (of: (person: number) => number) =>
    Object.fromEntries(pool.people.map(({ id }, person) => [id, of(person)]));
  const typeOf = new Map(
    model.types.flatMap(({ members }, t) => members.map((person) => [person, t] as const)),
  );
  const narrowed = provenModel(drawn);
  const faults = checkLeximin(narrowed, lottery.levels, lottery.probabilities);
  return {
    probabilities: byId((person) => lottery.probabilities[typeOf.get(person)!]!),
    counts: byId((person) => tickets.counts[person]!),
    minimum: Math.min(...drawable(narrowed).map((t) => lottery.probabilities[t]!)),
    upperBound: upperBound(drawn),
    certificate: { levels: lottery.levels, cuts: lottery.cuts, caps: lottery.caps },
    proof: { holds: faults.length === 0, faults },
    ticketsHash: drawn.ticketsHash,
    tickets: tickets.panels.length,
    distinct: tickets.distinct,
    shortfall: tickets.shortfall,
    ticket: drawn.ticket,
    selected: idsOf(pool, tickets.panels[drawn.ticket]!),
    unselectable: pool.people.flatMap(({ id }, person) =>
      lottery.possible[typeOf.get(person)!] ? [] : [id],
    ),
    seconds: Number(seconds.toFixed(3)),
  };
}

/** What an officer reads first: who can never be drawn and why, then how fair it is, then who it is. */
export function inWords(report: DrawReport, { pool, model, lottery }: Drawn, solver: Solver): string[] {
  const { minimum, upperBound: bound, unselectable, tickets, distinct, shortfall } = report;
  return [
    ...(unselectable.length === 0
      ? ['everybody can be drawn']
      : [
          `${unselectable.length} of ${pool.people.length} people can never be drawn under these quotas: ${unselectable.join(', ')}`,
          ...blocked(),
        ]),
    `smallest probability  ${minimum.toFixed(6)}; no lottery gives everybody more than ${bound.toFixed(6)}`,
    `leximin               ${proofInWords(report)}`,
    `tickets               ${tickets}, ${distinct} different; nobody lost more than ${shortfall.toFixed(4)} by whole tickets`,
    `tickets' SHA-256      ${report.ticketsHash}`,
    `ticket                ${report.ticket}`,
    `selected              ${report.selected.join(' ')}`,
    `seconds               ${report.seconds}`,
  ];

  function blocked(): string[] {
    const needs = new Map<string, number>();
    model.types.forEach(({ members }, t) => {
      if (lottery.possible[t]) return;
      const changes = nearestQuotas(pool, model, solver, t);
      const key = changes
        ? changes.map((change) => changeInWords(change).trim()).join('; ')
        : 'no change of quotas helps';
      needs.set(key, (needs.get(key) ?? 0) + members.length);
    });
    return [...needs]
      .toSorted(([, a], [, b]) => b - a)
      .map(([change, count]) => `  ${count} could be with ${change}`);
  }
}

function proofInWords({ certificate, proof }: DrawReport): string {
  if (certificate.levels.length === 0) return 'not what was aimed at';
  if (!proof.holds) return 'not reached: some could have more without loss to those who have less';
  const under = certificate.caps.length > 0 ? ' under the largest probability that was aimed at' : '';
  return `proved in ${certificate.levels.length} levels by arithmetic${under}`;
}
