import type { Api } from '@commonthread/api-client';
import type { TagColour } from '@commonthread/govuk';

type State = Api<'ImportDto'>['state'];

const STATES: Readonly<Record<State, { name: () => string; colour: TagColour }>> = {
  queued: { name: () => $localize`Waiting to begin`, colour: 'grey' },
  reading: { name: () => $localize`Reading the file`, colour: 'yellow' },
  storing: { name: () => $localize`Storing the ballots`, colour: 'yellow' },
  done: { name: () => $localize`Imported`, colour: 'green' },
  refused: { name: () => $localize`Refused`, colour: 'red' },
  failed: { name: () => $localize`Broken off`, colour: 'red' },
};

export function importStateName(state: State): string {
  return STATES[state].name();
}

export function importStateColour(state: State): TagColour {
  return STATES[state].colour;
}

export function isUnderWay(state: State): boolean {
  return state === 'queued' || state === 'reading' || state === 'storing';
}
