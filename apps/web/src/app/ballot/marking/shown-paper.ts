import type { StylePaper } from '@commonthread/ballot-protocol';

/** A project as the site calls it now. */
export interface NamedProject {
  readonly ballotId: string;
  readonly title: string;
}

/**
 * The checked paper as it is shown. A title that the site no longer says was hidden by a moderator: the frozen paper
 * keeps it, the screen does not. The site's own words are never put in its place, for it could then swap two projects.
 */
export function shownPaper(paper: StylePaper, named: readonly NamedProject[]): StylePaper {
  const now = new Map(named.map(({ ballotId, title }) => [ballotId, title]));
  return {
    ...paper,
    projects: paper.projects.map((project) =>
      (now.get(project.id) ?? project.title) === project.title
        ? project
        : { ...project, title: $localize`Project ${project.id}:id: (hidden by moderation)` },
    ),
  };
}
