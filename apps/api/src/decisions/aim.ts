/** What an officer writes about one aim, with ids in place of slugs. */
export interface AimPlan {
  readonly indicatorCode: string;
  readonly direction: 'up' | 'down';
  /** Percentage points; also the smallest change that would matter. */
  readonly sizePoints: number;
  readonly population: string;
  readonly placeId: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** How it is meant to work, in one sentence. */
  readonly mechanism: string;
  readonly comparisonPlaceIds: readonly string[];
}

export interface Aim extends AimPlan {
  readonly id: string;
  readonly indicatorName: string;
  readonly decisionId: string;
  readonly decisionNumber: number;
  readonly decisionTitle: string;
  readonly lockedAt: Date | null;
  /** The reading it starts from, fixed when it is locked. */
  readonly baselineId: string | null;
}
