import type { Api } from '@commonthread/api-client';
import { checkRuleSpec, defaultSpec, type RuleName, RULES } from '@commonthread/voting';
import { penceOf, poundsOf } from '../../shell/pounds.js';
import { endOfDay, londonDay, startOfDay } from './london-days.js';
import { settled } from './param-text.js';

type Round = Api<'RoundDto'>;
export type PhaseKind = Round['phases'][number]['kind'];
export type BallotStyle = Round['ballotStyle'];
type Connection = Round['eligibility']['connections'][number];

export const PHASE_KINDS: readonly PhaseKind[] = ['ideas', 'review', 'voting', 'counting', 'delivering'];

/** First and last day of a phase, `YYYY-MM-DD`; both empty leaves the phase out. */
export interface PhaseDays {
  readonly opens: string;
  readonly closes: string;
}

/** A round as it stands in the form: everything as it was typed. */
export interface RoundDraft {
  readonly placeSlug: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly pots: readonly { readonly name: string; readonly pounds: string }[];
  readonly phases: Readonly<Record<PhaseKind, PhaseDays>>;
  readonly minimumAge: string;
  readonly connections: readonly string[];
  readonly ballotStyle: BallotStyle;
  readonly minChoices: string;
  readonly maxChoices: string;
  readonly pointsPerBallot: string;
  readonly rule: RuleName;
  /** Of the rule, by name, as the rule's specification takes them. */
  readonly params: Readonly<Record<string, unknown>>;
}

const noDays: PhaseDays = { opens: '', closes: '' };

export function emptyDraft(): RoundDraft {
  return {
    placeSlug: '',
    title: '',
    summary: '',
    description: '',
    pots: [{ name: '', pounds: '' }],
    phases: { ideas: noDays, review: noDays, voting: noDays, counting: noDays, delivering: noDays },
    minimumAge: '16',
    connections: ['live'],
    ballotStyle: 'approval',
    minChoices: '',
    maxChoices: '',
    pointsPerBallot: '10',
    rule: 'equal-shares',
    params: defaultParams('equal-shares'),
  };
}

/** What a rule is set to before anybody chooses. */
export function defaultParams(rule: RuleName): Record<string, unknown> {
  return paramsOf({ ...defaultSpec(rule) });
}

/** A stored draft as it is shown in the form. Phases are kept to whole days. */
export function draftOf(round: Round): RoundDraft {
  const days = (kind: PhaseKind): PhaseDays => {
    const phase = round.phases.find((each) => each.kind === kind);
    if (!phase) return noDays;
    const lastMoment = new Date(Date.parse(phase.closesAt) - 1);
    return { opens: londonDay(new Date(phase.opensAt)), closes: londonDay(lastMoment) };
  };
  return {
    placeSlug: round.place.slug,
    title: round.title,
    summary: round.summary,
    description: round.description,
    pots: round.pots.map(({ name, amountPence }) => ({ name, pounds: poundsOf(amountPence) })),
    phases: {
      ideas: days('ideas'),
      review: days('review'),
      voting: days('voting'),
      counting: days('counting'),
      delivering: days('delivering'),
    },
    minimumAge: String(round.eligibility.minimumAge),
    connections: round.eligibility.connections,
    ballotStyle: round.ballotStyle,
    minChoices: round.minChoices === null ? '' : String(round.minChoices),
    maxChoices: round.maxChoices === null ? '' : String(round.maxChoices),
    pointsPerBallot: round.pointsPerBallot === null ? '10' : String(round.pointsPerBallot),
    rule: Object.hasOwn(RULES, round.rule.rule) ? (round.rule.rule as RuleName) : 'equal-shares',
    params: paramsOf(round.rule),
  };
}

/** The phases that have days, in their order. */
export function phasesOf(draft: RoundDraft): PhaseKind[] {
  return PHASE_KINDS.filter((kind) => draft.phases[kind].opens || draft.phases[kind].closes);
}

/** What is sent to the API. Call it only once the draft has no faults. */
export function writeRound(draft: RoundDraft): Api<'WriteRoundDto'> {
  const style = draft.ballotStyle;
  const limits = style === 'choose-1' ? {} : choiceLimits(draft);
  return {
    placeSlug: draft.placeSlug,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    description: draft.description.trim(),
    pots: draft.pots.map(({ name, pounds }) => ({ name: name.trim(), amountPence: penceOf(pounds) ?? 0 })),
    phases: phasesOf(draft).map((kind) => ({
      kind,
      opensAt: startOfDay(draft.phases[kind].opens),
      closesAt: endOfDay(draft.phases[kind].closes),
    })),
    eligibility: {
      minimumAge: Number(draft.minimumAge || 0),
      connections: draft.connections as Connection[],
    },
    ballotStyle: style,
    ...limits,
    ...(style === 'points' ? { pointsPerBallot: Number(draft.pointsPerBallot) } : {}),
    rule: { ...checkRuleSpec({ rule: draft.rule, ...settled(draft.rule, draft.params) }) },
  };
}

function choiceLimits({ minChoices, maxChoices }: RoundDraft): { minChoices?: number; maxChoices?: number } {
  return {
    ...(minChoices.trim() ? { minChoices: Number(minChoices) } : {}),
    ...(maxChoices.trim() ? { maxChoices: Number(maxChoices) } : {}),
  };
}

/** A specification without its name and version, and without what the rule fixes itself. */
function paramsOf(spec: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = RULES[spec['rule'] as RuleName]?.params ?? [];
  return Object.fromEntries(
    known.filter(({ name }) => spec[name] !== undefined).map(({ name }) => [name, spec[name]]),
  );
}
