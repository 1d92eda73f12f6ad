export { counted } from './counted.js';
export { nationalBenchmarks } from './benchmarks.js';
export { INDICATORS } from './indicators.js';
export { STOKE_2025 } from './stoke-2025.js';
export { SURVEY_QUESTIONS } from './survey-questions.js';
export { INVESTIGATION_QUESTIONS, THEMES } from './themes.js';
export type {
  CatalogueReading,
  Indicator,
  InvestigationQuestion,
  NationalFigure,
  Polarity,
  RiskFactor,
  SurveyQuestion,
  Theme,
} from './types.js';
