import type { Api } from '@commonthread/api-client';
import type { TagColour } from '@commonthread/govuk';

type Count = Api<'CountDto'>;
type State = Count['state'];

const STATES: Readonly<Record<State, { name: () => string; colour: TagColour }>> = {
  queued: { name: () => $localize`Waiting to begin`, colour: 'grey' },
  running: { name: () => $localize`Counting`, colour: 'yellow' },
  run: { name: () => $localize`Counted, to be signed`, colour: 'blue' },
  'signed-off': { name: () => $localize`Signed by two`, colour: 'teal' },
  published: { name: () => $localize`Published`, colour: 'green' },
  failed: { name: () => $localize`Broken off`, colour: 'red' },
};

export function countStateName(state: State): string {
  return STATES[state].name();
}

export function countStateColour(state: State): TagColour {
  return STATES[state].colour;
}

export function isCounting(state: State | undefined): boolean {
  return state === 'queued' || state === 'running';
}

/** Who is still to sign, in a sentence. */
export function signingWords({ state, signatures }: Count): string {
  if (state !== 'run') return '';
  return signatures.length === 0
    ? $localize`Two officers must sign. Nobody has signed yet.`
    : $localize`One officer has signed. A second, different officer must sign, too.`;
}
