import type { Api } from '@commonthread/api-client';
import type { Choices } from './paper-api.js';

/** A project with the number it has on printed sheets. */
export interface SheetProject {
  readonly number: number;
  readonly ballotId: string;
  readonly title: string;
  readonly costPence: number;
}

/** Projects in the order of the printed sheet: by the number of their proposal, counted from 1. */
export function sheetProjects({ projects }: Api<'BallotPaperDto'>): SheetProject[] {
  return [...projects]
    .sort((one, other) => one.proposalNumber - other.proposalNumber)
    .map(({ ballotId, title, costPence }, at) => ({ number: at + 1, ballotId, title, costPence }));
}

/** Choices as they are typed: numbers, on a paper with points each with its points. */
export function choicesText(choices: Choices, projects: readonly SheetProject[]): string {
  const numberOf = (id: unknown): number | string =>
    projects.find(({ ballotId }) => ballotId === id)?.number ?? String(id);
  return choices
    .map((choice) => (Array.isArray(choice) ? `${numberOf(choice[0])}=${choice[1]}` : `${numberOf(choice)}`))
    .join(' ');
}

/** Choices in words, for reading them back. */
export function choicesWords(choices: Choices, projects: readonly SheetProject[]): string[] {
  const nameOf = (id: unknown): string => {
    const project = projects.find(({ ballotId }) => ballotId === id);
    return project ? `${project.number}. ${project.title}` : String(id);
  };
  return choices.map((choice) =>
    Array.isArray(choice)
      ? $localize`${nameOf(choice[0])}:project:: ${String(choice[1])}:points: points`
      : nameOf(choice),
  );
}
