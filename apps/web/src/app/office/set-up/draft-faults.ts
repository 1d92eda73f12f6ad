import { checkRuleSpec, RuleSpecInvalid } from '@commonthread/voting';
import type { FieldError } from '@commonthread/govuk';
import { penceOf } from '../../shell/pounds.js';
import { isDay } from './london-days.js';
import { PHASE_KINDS, type PhaseKind, phasesOf, type RoundDraft } from './round-draft.js';
import { phaseName, type Step, STEPS } from './steps.js';
import { settled } from './param-text.js';

/** What is wrong with the answers of one step, in plain words; the API judges again. */
export function faultsOf(step: Step, draft: RoundDraft): FieldError[] {
  return CHECKS[step](draft);
}

/** The first step with something wrong, and what. */
export function firstFault(draft: RoundDraft): { step: Step; errors: FieldError[] } | null {
  for (const step of STEPS) {
    const errors = faultsOf(step, draft);
    if (errors.length > 0) return { step, errors };
  }
  return null;
}

const CHECKS: Readonly<Record<Step, (draft: RoundDraft) => FieldError[]>> = {
  about: ({ placeSlug, title, summary }) => [
    ...when(!placeSlug, 'place', $localize`Choose the place the round is for`),
    ...when(outside(title, 5, 120), 'title', $localize`Enter a title of 5 to 120 characters`),
    ...when(outside(summary, 20, 300), 'summary', $localize`Enter a summary of 20 to 300 characters`),
  ],
  money: ({ pots }) =>
    pots.flatMap(({ name, pounds }, at) => [
      ...when(outside(name, 1, 120), `pot-${at}-name`, $localize`Give the pot a name`),
      ...when(
        (penceOf(pounds) ?? 0) < 1,
        `pot-${at}-amount`,
        $localize`Enter an amount in pounds, like 25,000`,
      ),
    ]),
  dates: dateFaults,
  voters: ({ minimumAge, connections }) => [
    ...when(
      !isWhole(minimumAge, 0, 99),
      'minimum-age',
      $localize`Enter an age from 0 to 99; 0 lets everybody vote`,
    ),
    ...when(connections.length === 0, 'connections', $localize`Choose at least one: live, work or study`),
  ],
  ballot: ballotFaults,
  rule: ruleFaults,
  check: () => [],
};

function dateFaults(draft: RoundDraft): FieldError[] {
  const faults: FieldError[] = [];
  let before: PhaseKind | null = null;
  for (const kind of PHASE_KINDS) {
    const { opens, closes } = draft.phases[kind];
    if (kind === 'delivering' && !opens && !closes) continue;
    const name = phaseName(kind);
    if (!isDay(opens)) {
      faults.push(fault(`phase-${kind}-opens`, $localize`${name}:phase:: enter the first day`));
    } else if (before && isDay(draft.phases[before].closes) && opens <= draft.phases[before].closes) {
      const other = phaseName(before);
      faults.push(
        fault(
          `phase-${kind}-opens`,
          $localize`${name}:phase:: the first day must be after the last day of “${other}:other:”`,
        ),
      );
    }
    if (!isDay(closes)) {
      faults.push(fault(`phase-${kind}-closes`, $localize`${name}:phase:: enter the last day`));
    } else if (isDay(opens) && closes < opens) {
      faults.push(
        fault(`phase-${kind}-closes`, $localize`${name}:phase:: the last day cannot be before the first`),
      );
    }
    before = kind;
  }
  return faults;
}

function ballotFaults({ ballotStyle, minChoices, maxChoices, pointsPerBallot }: RoundDraft): FieldError[] {
  if (ballotStyle === 'choose-1') return [];
  const least = minChoices.trim();
  const most = maxChoices.trim();
  return [
    ...when(
      least !== '' && !isWhole(least, 1, 1000),
      'min-choices',
      $localize`Enter a whole number from 1 to 1,000, or leave it empty`,
    ),
    ...when(
      most !== '' && !isWhole(most, 1, 1000),
      'max-choices',
      $localize`Enter a whole number from 1 to 1,000, or leave it empty`,
    ),
    ...when(
      isWhole(least, 1, 1000) && isWhole(most, 1, 1000) && Number(least) > Number(most),
      'max-choices',
      $localize`The most choices cannot be fewer than the fewest`,
    ),
    ...when(
      ballotStyle === 'points' && !isWhole(pointsPerBallot, 1, 10_000),
      'points',
      $localize`Enter how many points each voter has, from 1 to 10,000`,
    ),
  ];
}

function ruleFaults({ rule, params }: RoundDraft): FieldError[] {
  try {
    checkRuleSpec({ rule, ...settled(rule, params) });
    return [];
  } catch (cause) {
    if (!(cause instanceof RuleSpecInvalid)) throw cause;
    return cause.faults.map(({ field, fault: what }) => ({
      fieldId: field === 'rule' ? 'rule' : `rule-${field}`,
      message:
        field === 'tieSeed' && what === 'missing'
          ? $localize`Enter the seed for drawing lots`
          : $localize`This setting cannot be used: check what you entered`,
    }));
  }
}

/**
 * The step and the input a field of the API belongs to.
 *
 * @param field a path such as `pots.0.amountPence` or `phases.1.opensAt`
 */
export function whereIs(field: string, draft: RoundDraft): { step: Step; fieldId: string } {
  const [head = '', at = '0', part = ''] = field.split('.');
  switch (head) {
    case 'pots':
      return { step: 'money', fieldId: `pot-${at}-${part === 'name' ? 'name' : 'amount'}` };
    case 'phases': {
      const kind = phasesOf(draft)[Number(at)] ?? 'ideas';
      return { step: 'dates', fieldId: `phase-${kind}-${part === 'closesAt' ? 'closes' : 'opens'}` };
    }
    case 'eligibility':
      return { step: 'voters', fieldId: at === 'connections' ? 'connections' : 'minimum-age' };
    case 'ballotStyle':
      return { step: 'ballot', fieldId: 'ballot-style' };
    case 'minChoices':
      return { step: 'ballot', fieldId: 'min-choices' };
    case 'maxChoices':
      return { step: 'ballot', fieldId: 'max-choices' };
    case 'pointsPerBallot':
      return { step: 'ballot', fieldId: 'points' };
    case 'rule':
      return { step: 'rule', fieldId: 'rule' };
    case 'placeSlug':
      return { step: 'about', fieldId: 'place' };
    default:
      return { step: 'about', fieldId: ['summary', 'description'].includes(head) ? head : 'title' };
  }
}

const fault = (fieldId: string, message: string): FieldError => ({ fieldId, message });
const when = (wrong: boolean, fieldId: string, message: string): FieldError[] =>
  wrong ? [fault(fieldId, message)] : [];
const outside = (text: string, least: number, most: number): boolean =>
  text.trim().length < least || text.trim().length > most;
const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
