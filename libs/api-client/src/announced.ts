export type PlaceKind = 'council' | 'ward' | 'estate';
export interface PlaceRefDto {
  slug: string;
  name: string;
  kind: PlaceKind;
}
export interface PlaceSummaryDto {
  slug: string;
  name: string;
  kind: PlaceKind;
  code: string | null;
  parentSlug: string | null;
  population: number | null;
  validFrom: string;
  validTo: string | null;
}
export interface PlaceDto extends PlaceSummaryDto {
  ancestors: PlaceRefDto[];
  children: PlaceRefDto[];
  boundaryCredit: string | null;
  boundaryIsApproximate: boolean;
}

export type Role =
  | 'resident'
  | 'youth-member'
  | 'guardian'
  | 'juror'
  | 'facilitator'
  | 'reviewer'
  | 'officer'
  | 'moderator'
  | 'auditor'
  | 'administrator';
export interface HeldRoleDto {
  role: Role;
  place: PlaceRefDto;
  from: string;
  to: string | null;
}
export interface MeDto {
  id: string;
  displayName: string;
  email: string;
  youngMember: boolean;
  roles: HeldRoleDto[];
  secondFactor: 'off' | 'on' | 'needed';
  homePlace: PlaceRefDto | null;
}
export interface SessionDto {
  accessToken: string;
  expiresInSeconds: number;
  me: MeDto;
}
export interface RegisterDto {
  email: string;
  displayName: string;
  password: string;
  dateOfBirth: string;
  homePlaceSlug?: string;
}

export type RoundState =
  'draft' | 'ideas' | 'review' | 'voting' | 'counting' | 'decided' | 'delivering' | 'closed' | 'cancelled';
export type PhaseKind = 'ideas' | 'review' | 'voting' | 'counting' | 'delivering';
export type BallotStyle = 'approval' | 'knapsack' | 'ranked' | 'points' | 'choose-1';
export interface PhaseDto {
  kind: PhaseKind;
  opensAt: string;
  closesAt: string;
}
export interface PotDto {
  name: string;
  amountPence: number;
}
export interface RuleSpecDto {
  rule: string;
  version: string;
  [param: string]: unknown;
}
export interface EligibilityDto {
  minimumAge: number;
  connections: ('live' | 'work' | 'study')[];
}
export interface RoundSummaryDto {
  id: string;
  slug: string;
  title: string;
  summary: string;
  place: PlaceRefDto;
  state: RoundState;
  stateSince: string | null;
  nextChangeAt: string | null;
  budgetPence: number;
  currency: string;
  projects: number;
  ballots: number | null;
  invented: boolean;
  imported: boolean;
}
export interface RoundDto extends RoundSummaryDto {
  description: string;
  pots: PotDto[];
  phases: PhaseDto[];
  eligibility: EligibilityDto;
  ballotStyle: BallotStyle;
  minChoices: number | null;
  maxChoices: number | null;
  pointsPerBallot: number | null;
  rule: RuleSpecDto;
  ruleTitle: string;
  ruleExplanation: string;
  tieBreak: string;
  paperSha256: string | null;
  paperFrozenAt: string | null;
  override: { phase: PhaseKind | 'decided' | 'closed'; reason: string; at: string } | null;
  cancelledReason: string | null;
  importedFrom: {
    fileName: string;
    sha256: string;
    meta: { key: string; value: string }[];
    warnings: string[];
  } | null;
  publishedCountId: string | null;
  decisionNumber: string | null;
}
export interface WriteRoundDto {
  title: string;
  summary: string;
  description: string;
  placeSlug: string;
  pots: PotDto[];
  phases: PhaseDto[];
  eligibility: EligibilityDto;
  ballotStyle: BallotStyle;
  minChoices?: number;
  maxChoices?: number;
  pointsPerBallot?: number;
  rule: RuleSpecDto;
}

export type ProposalState =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'changes-asked'
  | 'accepted'
  | 'not-taken-forward'
  | 'on-ballot'
  | 'funded'
  | 'not-funded'
  | 'in-delivery'
  | 'delivered'
  | 'stopped'
  | 'withdrawn'
  | 'merged';
export interface ProposalSummaryDto {
  number: number;
  title: string;
  summary: string;
  round: { slug: string; title: string };
  place: PlaceRefDto;
  category: string | null;
  estimatePence: number | null;
  costPence: number | null;
  currency: string;
  state: ProposalState;
  supports: number;
  comments: number;
  latitude: number | null;
  longitude: number | null;
  submittedAt: string | null;
  authorLabel: string;
  invented: boolean;
}
export interface ProposalPageDto {
  items: ProposalSummaryDto[];
  total: number;
  page: number;
  pageSize: number;
  categories: { value: string; count: number }[];
  states: { value: ProposalState; count: number }[];
}
export interface ProposalDto extends ProposalSummaryDto {
  body: string;
  history: HistoryEntryDto[];
  version: number;
  votes: number | null;
  outcome: { funded: boolean; sentence: string; countId: string } | null;
  decisionNumber: string | null;
  mergedInto: number | null;
  mine: { author: boolean; supported: boolean; following: boolean } | null;
}
export interface HistoryEntryDto {
  at: string;
  what: string;
  reason: string | null;
  by: string;
}
export interface CommentDto {
  id: string;
  text: string;
  authorLabel: string;
  at: string;
  withdrawn: boolean;
  mine: boolean;
}

export interface ImportFaultDto {
  line: number;
  field: string | null;
  code: string;
  reason: string;
}
export interface ImportDto {
  id: string;
  fileName: string;
  state: 'queued' | 'reading' | 'storing' | 'done' | 'refused' | 'failed';
  progress: number;
  projects: number | null;
  ballots: number | null;
  ballotsDone: number;
  warnings: string[];
  faults: ImportFaultDto[];
  roundSlug: string | null;
  startedAt: string;
  seconds: number | null;
}

export type CountState = 'queued' | 'running' | 'run' | 'signed-off' | 'published' | 'failed';
export interface SignatureDto {
  by: string;
  at: string;
}
export interface CountDto {
  id: string;
  roundSlug: string;
  state: CountState;
  progress: number;
  rule: RuleSpecDto;
  ruleTitle: string;
  ruleExplanation: string;
  inputsSha256: string | null;
  seconds: number | null;
  winners: number | null;
  totalCostPence: number | null;
  signatures: SignatureDto[];
  startedAt: string;
  publishedAt: string | null;
  failure: string | null;
  mine: { maySign: boolean; mayPublish: boolean; why: string | null } | null;
}
export interface ProjectResultDto {
  ballotId: string;
  proposalNumber: number;
  title: string;
  category: string | null;
  place: PlaceRefDto | null;
  neighbourhood: string | null;
  costPence: number;
  votes: number;
  score: number | null;
  funded: boolean;
  order: number | null;
  sentences: string[];
  latitude: number | null;
  longitude: number | null;
  selectedByCity: string | null;
}
export interface MeasureDto {
  code: string;
  title: string;
  value: string;
  explanation: string;
}
export interface ResultsDto {
  roundSlug: string;
  roundTitle: string;
  currency: string;
  countId: string;
  state: CountState;
  rule: RuleSpecDto;
  ruleTitle: string;
  ruleExplanation: string;
  inputsSha256: string;
  computedAt: string;
  publishedAt: string | null;
  seconds: number;
  voters: number;
  budgetPence: number;
  totalCostPence: number;
  projects: ProjectResultDto[];
  ties: { sentence: string }[];
  measures: MeasureDto[];
  signatures: SignatureDto[];
  outcome: unknown;
}
export interface ComparisonDto {
  roundSlug: string;
  currency: string;
  budgetPence: number;
  columns: {
    key: string;
    title: string;
    explanation: string;
    rule: RuleSpecDto;
    winners: number;
    totalCostPence: number;
    measures: MeasureDto[];
    seconds: number;
  }[];
  rows: {
    ballotId: string;
    proposalNumber: number;
    title: string;
    costPence: number;
    votes: number;
    funded: boolean[];
  }[];
}

export interface IndicatorSummaryDto {
  code: string;
  name: string;
  theme: number;
  polarity: 'higher-is-better' | 'lower-is-better' | 'context';
  useWithCare: string | null;
  latest: ReadingDto | null;
  aims: number;
}
export interface ReadingDto {
  id: string;
  label: string;
  place: PlaceRefDto | null;
  population: string;
  percent: number;
  n: number | null;
  lowPercent: number | null;
  highPercent: number | null;
  intervalMethod: string | null;
  period: string;
  mode: string;
  source: string;
  caution: string | null;
  isBenchmark: boolean;
  invented: boolean;
}
export interface ThemeDto {
  number: number;
  name: string;
  riskFactors: { code: string; name: string; use: string }[];
  questions: { code: string; text: string; themes: number[] }[];
  indicators: IndicatorSummaryDto[];
}
export interface SurveyQuestionDto {
  code: string;
  wording: string;
  wordingStatus: string;
  scale: string[];
  source: string;
  nationalPercent: number | null;
  nationalPeriod: string | null;
  nationalGeography: string | null;
  note: string | null;
}
export interface IndicatorDto extends IndicatorSummaryDto {
  themeName: string;
  definition: string;
  surveyQuestions: SurveyQuestionDto[];
  readings: ReadingDto[];
  aimsHere: AimDto[];
  howToRead: string;
}

export type DecisionState = 'draft' | 'published' | 'in-force' | 'superseded' | 'reversed';
export type AimState = 'drafted' | 'locked' | 'due' | 'judged';
export interface AimDto {
  id: string;
  decisionNumber: string;
  decisionTitle: string;
  indicator: { code: string; name: string };
  direction: 'up' | 'down';
  sizePoints: number;
  population: string;
  place: PlaceRefDto;
  dueOn: string;
  mechanism: string;
  comparisonPlaces: PlaceRefDto[];
  baseline: ReadingDto | null;
  state: AimState;
  lockedAt: string | null;
  verdict: { grade: number; sentence: string };
}
export interface DecisionItemDto {
  proposalNumber: number;
  title: string;
  costPence: number;
  votes: number | null;
  chosen: boolean;
  reason: string;
}
export interface DecisionSummaryDto {
  number: string;
  title: string;
  body: string;
  place: PlaceRefDto;
  state: DecisionState;
  publishedAt: string | null;
  chosen: number;
  notChosen: number;
  spendPence: number;
  currency: string;
  aims: { indicatorName: string; direction: 'up' | 'down'; dueOn: string }[];
  invented: boolean;
}
export interface DecisionDto extends DecisionSummaryDto {
  summary: string;
  reasons: string;
  fairness: string;
  roundSlug: string | null;
  roundTitle: string | null;
  countId: string | null;
  items: DecisionItemDto[];
  aimsFull: AimDto[];
  version: number;
  versions: { version: number; at: string; note: string | null }[];
  whatNext: string;
}
export interface WriteDecisionDto {
  title: string;
  summary: string;
  reasons: string;
  fairness: string;
  whatNext: string;
  items?: { proposalNumber: number; reason: string }[];
}
export interface WriteAimDto {
  indicatorCode: string;
  direction: 'up' | 'down';
  sizePoints: number;
  population: string;
  placeSlug: string;
  dueOn: string;
  mechanism: string;
  comparisonPlaceSlugs: string[];
}

export interface PostcodeDto {
  postcode: string;
  place: PlaceRefDto;
  ancestors: PlaceRefDto[];
}
export interface PostcodeImportDto {
  read: number;
  stored: number;
  skipped: number;
}
export interface ConfirmDto {
  token: string;
}
export interface SignInDto {
  email: string;
  password: string;
  code?: string;
}
export interface ResetRequestDto {
  email: string;
}
export interface ResetDto {
  token: string;
  password: string;
}
export interface WriteMeDto {
  displayName?: string;
  homePlaceSlug?: string;
}
export interface SecondFactorStartDto {
  secret: string;
  uri: string;
  qrSvg: string;
}
export interface RecoveryCodesDto {
  codes: string[];
}
export interface RoleGrantDto {
  id: string;
  email: string;
  displayName: string;
  role: Role;
  place: PlaceRefDto;
  from: string;
  to: string | null;
}
export interface GrantRoleDto {
  email: string;
  role: Role;
  placeSlug: string;
  from?: string;
  to?: string;
}
export interface MailDto {
  id: string;
  to: string;
  subject: string;
  text: string;
  sentAt: string;
  links: string[];
}
export interface OverridePhaseDto {
  phase: PhaseKind | 'decided' | 'closed';
  reason: string;
}
export interface ReasonDto {
  reason: string;
}
export interface BallotPaperDto {
  sha256: string;
  frozenAt: string;
  canonical: string;
  projects: { ballotId: string; proposalNumber: number; title: string; costPence: number }[];
}
export interface ProposalPinDto {
  number: number;
  title: string;
  latitude: number;
  longitude: number;
  state: ProposalState;
}
export interface StartProposalDto {
  roundSlug: string;
  title: string;
}
export interface WriteProposalDto {
  version: number;
  title?: string;
  summary?: string;
  body?: string;
  category?: string;
  estimatePence?: number;
  placeSlug?: string;
  latitude?: number;
  longitude?: number;
}
export interface AssessProposalDto {
  to: 'in-review' | 'changes-asked' | 'accepted' | 'not-taken-forward';
  costPence?: number;
  reasonCode?: string;
  reason?: string;
}
export interface RunCountDto {
  rule?: RuleSpecDto;
}
export interface StartDecisionDto {
  countId: string;
}
export interface WriteCommentDto {
  text: string;
}

/** Bodies the API has not published in openapi.json yet; what it publishes takes their place. */
export interface Announced {
  PlaceRefDto: PlaceRefDto;
  PlaceSummaryDto: PlaceSummaryDto;
  PlaceDto: PlaceDto;
  HeldRoleDto: HeldRoleDto;
  MeDto: MeDto;
  SessionDto: SessionDto;
  RegisterDto: RegisterDto;
  PhaseDto: PhaseDto;
  PotDto: PotDto;
  RuleSpecDto: RuleSpecDto;
  EligibilityDto: EligibilityDto;
  RoundSummaryDto: RoundSummaryDto;
  RoundDto: RoundDto;
  WriteRoundDto: WriteRoundDto;
  ProposalSummaryDto: ProposalSummaryDto;
  ProposalPageDto: ProposalPageDto;
  ProposalDto: ProposalDto;
  HistoryEntryDto: HistoryEntryDto;
  CommentDto: CommentDto;
  ImportFaultDto: ImportFaultDto;
  ImportDto: ImportDto;
  SignatureDto: SignatureDto;
  CountDto: CountDto;
  ProjectResultDto: ProjectResultDto;
  MeasureDto: MeasureDto;
  ResultsDto: ResultsDto;
  ComparisonDto: ComparisonDto;
  IndicatorSummaryDto: IndicatorSummaryDto;
  ReadingDto: ReadingDto;
  ThemeDto: ThemeDto;
  SurveyQuestionDto: SurveyQuestionDto;
  IndicatorDto: IndicatorDto;
  AimDto: AimDto;
  DecisionItemDto: DecisionItemDto;
  DecisionSummaryDto: DecisionSummaryDto;
  DecisionDto: DecisionDto;
  WriteDecisionDto: WriteDecisionDto;
  WriteAimDto: WriteAimDto;
  PostcodeDto: PostcodeDto;
  PostcodeImportDto: PostcodeImportDto;
  ConfirmDto: ConfirmDto;
  SignInDto: SignInDto;
  ResetRequestDto: ResetRequestDto;
  ResetDto: ResetDto;
  WriteMeDto: WriteMeDto;
  SecondFactorStartDto: SecondFactorStartDto;
  RecoveryCodesDto: RecoveryCodesDto;
  RoleGrantDto: RoleGrantDto;
  GrantRoleDto: GrantRoleDto;
  MailDto: MailDto;
  OverridePhaseDto: OverridePhaseDto;
  ReasonDto: ReasonDto;
  BallotPaperDto: BallotPaperDto;
  ProposalPinDto: ProposalPinDto;
  StartProposalDto: StartProposalDto;
  WriteProposalDto: WriteProposalDto;
  AssessProposalDto: AssessProposalDto;
  RunCountDto: RunCountDto;
  StartDecisionDto: StartDecisionDto;
  WriteCommentDto: WriteCommentDto;
}
