import type { Api } from '@commonthread/api-client';
import type { TagColour } from '@commonthread/govuk';

type DecisionState = Api<'DecisionSummaryDto'>['state'];

const STATES: Readonly<Record<DecisionState, { name: () => string; colour: TagColour }>> = {
  draft: { name: () => $localize`Draft`, colour: 'grey' },
  published: { name: () => $localize`Published`, colour: 'teal' },
  'in-force': { name: () => $localize`In force`, colour: 'green' },
  superseded: { name: () => $localize`Superseded`, colour: 'grey' },
  reversed: { name: () => $localize`Reversed`, colour: 'red' },
};

/** The state in the reader's words. */
export function decisionStateName(state: DecisionState): string {
  return STATES[state].name();
}

export function decisionStateColour(state: DecisionState): TagColour {
  return STATES[state].colour;
}

/** What has become of an aim so far. */
export function aimStateName(state: Api<'AimDto'>['state']): string {
  switch (state) {
    case 'drafted':
      return $localize`Drafted: it can still be changed`;
    case 'locked':
      return $localize`Locked: nobody can change it any more`;
    case 'due':
      return $localize`Due: the new reading is awaited`;
    case 'judged':
      return $localize`Judged`;
  }
}

/** Text as it was typed, one paragraph for each empty line. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}
