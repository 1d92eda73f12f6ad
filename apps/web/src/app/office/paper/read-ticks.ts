import type { Api } from '@commonthread/api-client';
import type { Choices } from './paper-api.js';
import type { SheetProject } from './sheet-projects.js';

export type BallotStyle = Api<'RoundDto'>['ballotStyle'];
export type Reading = { readonly choices: Choices } | { readonly fault: string };

/**
 * What somebody typed from a sheet: numbers of projects with blanks or commas between them, on a ranked paper in the
 * order of the ranks, on one with points as `3=5`. Whether the rule allows it, the ballot box judges.
 */
export function readTicks(text: string, style: BallotStyle, projects: readonly SheetProject[]): Reading {
  const tokens = text.split(/[\s,;]+/).filter(Boolean);
  const choices: (string | [string, number])[] = [];
  const seen = new Set<string>();
  for (const token of tokens) {
    const [, number, points] = /^(\d{1,4})(?:[=:](\d{1,6}))?$/.exec(token) ?? [];
    if (number === undefined) return { fault: $localize`“${token}:typed:” is no number of a project` };
    const project = projects.find((each) => each.number === Number(number));
    if (!project) return { fault: $localize`There is no project ${number}:number: on this paper` };
    if (seen.has(project.ballotId)) return { fault: $localize`Project ${number}:number: is there twice` };
    if ((style === 'points') !== (points !== undefined)) {
      return {
        fault:
          style === 'points'
            ? $localize`Type the points of project ${number}:number: like ${number}:number:=5`
            : $localize`On this paper projects have no points: type ${number}:number: alone`,
      };
    }
    seen.add(project.ballotId);
    choices.push(points === undefined ? project.ballotId : [project.ballotId, Number(points)]);
  }
  if (style === 'choose-1' && choices.length > 1)
    return { fault: $localize`One project at most can be chosen on this paper` };
  return { choices };
}

/** A sheet's number without the blanks and dashes people read it with; undefined when it is none. */
export function readSerial(text: string): string | undefined {
  const serial = text.replace(/[\s-]+/g, '').toUpperCase();
  return /^[0-9A-Z]{8}$/.test(serial) ? serial : undefined;
}

/** In two groups, as it is printed. */
export const serialText = (serial: string): string => `${serial.slice(0, 4)}-${serial.slice(4)}`;
