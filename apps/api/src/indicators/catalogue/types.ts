/** What to watch: a code that listening notes may carry. Never a person's. */
export interface RiskFactor {
  readonly code: string;
  readonly name: string;
  /** How the platform works with it. */
  readonly use: string;
}

/** What to ask in a conversation. One question serves two themes and is counted once. */
export interface InvestigationQuestion {
  readonly code: string;
  readonly text: string;
  readonly themes: readonly number[];
}

export interface Theme {
  /** 1..5. */
  readonly number: number;
  readonly name: string;
  readonly riskFactors: readonly RiskFactor[];
}

export type Polarity = 'higher-is-better' | 'lower-is-better' | 'context';

/** What to measure. Only indicators may be aimed at. */
export interface Indicator {
  /** `theme.position`, for instance `2.1`. */
  readonly code: string;
  readonly theme: number;
  readonly name: string;
  readonly definition: string;
  /** Of the headline figure: which way is better. */
  readonly polarity: Polarity;
  /** Why this one may only be asked by professionals, and how; `null` for the others. */
  readonly useWithCare: string | null;
  /** Codes of the question bank that measure it. */
  readonly questions: readonly string[];
  /** Series whose latest figure stands for the indicator, or `null` when nobody has measured it yet. */
  readonly headlineSeries: string | null;
}

/** A national figure published for a survey question. */
export interface NationalFigure {
  /** Percent. */
  readonly percent: number;
  readonly period: string;
  readonly geography: string;
  readonly source: string;
}

/** One item of the question bank, in its official wording where that was seen. */
export interface SurveyQuestion {
  readonly code: string;
  readonly topic: string;
  readonly wording: string;
  readonly wordingStatus: 'verbatim' | 'own words' | 'from memory, check before use';
  readonly scale: readonly string[];
  /** Answers that make up the reported percentage. */
  readonly numerator: readonly string[];
  readonly polarity: Polarity;
  readonly source: string;
  /** Only figures checked at a public source. */
  readonly national: NationalFigure | null;
  readonly note: string | null;
}

/** One published figure, as `readings` keeps it. */
export interface CatalogueReading {
  /** Stable: the loader finds its row again by it. */
  readonly origin: string;
  readonly indicator: string;
  /** Figures of one series ask the same question, count the same answers and may be compared. */
  readonly series: string;
  readonly label: string;
  /** ONS code of the place, or `null` for a nation. */
  readonly areaCode: string | null;
  readonly population: string;
  readonly percent: number;
  readonly n: number | null;
  readonly period: string;
  /** Days of the fieldwork, when stated. */
  readonly from: string | null;
  readonly to: string | null;
  readonly mode: string;
  readonly source: string;
  readonly caution: string | null;
  readonly isBenchmark: boolean;
  /** Whether people chose to take part, so that chance alone does not say how far the figure may be off. */
  readonly selfSelected: boolean;
}
