export type { Ballot, Election, Project, VoteType } from './model/election.js';
export {
  ElectionInvalid,
  RuleSpecInvalid,
  UnknownProject,
  UtilityNotForBallots,
  WelfareTooHard,
  type FieldFault,
} from './model/errors.js';
export type {
  Completion,
  EqualSharesSpec,
  GreedySpec,
  MaxWelfareSpec,
  PhragmenSpec,
  RuleName,
  RuleSpec,
  TieRule,
  Utility,
} from './model/rule-spec.js';
export type { ParamDescriptor, ParamOption } from './spec/params.js';
export { RULES, type RuleModule } from './spec/rules.js';
export { checkRuleSpec, defaultSpec } from './spec/check-rule-spec.js';
export type {
  Fraction,
  KeyName,
  Outcome,
  Payments,
  ProjectOutcome,
  Reason,
  RoundRecord,
  SpentElsewhere,
  TieMet,
} from './model/outcome.js';
export { count, type CountHooks } from './count/count.js';
export { moneyLeft } from './explain/money-left.js';
export { moneySentence } from './explain/money-sentence.js';
export { verdictSentence, type VerdictFormat } from './explain/verdict-sentence.js';
export type { BallotInput, BallotLimits, BallotPaper } from './ballots/paper.js';
export {
  checkApprovalBallot,
  checkBallot,
  checkChooseOneBallot,
  checkCumulativeBallot,
  checkKnapsackBallot,
  checkOrdinalBallot,
  checkScoringBallot,
} from './ballots/check-ballot.js';
export {
  BallotMalformed,
  CostOutOfRange,
  PointsOutOfRange,
  PointsSumOutOfRange,
  RepeatedChoice,
  TooFewChoices,
  TooManyChoices,
} from './ballots/errors.js';
export { asDeclared, type Declared, type Undeclared } from './declared/as-declared.js';
export { effectiveSupport } from './explain/effective-support.js';
export { measures, type Measures } from './measures/measures.js';
export type { EjrPlusViolation } from './measures/ejr-plus.js';
export type { GroupMeasure } from './measures/groups.js';
