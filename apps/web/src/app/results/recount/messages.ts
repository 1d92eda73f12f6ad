/** What the counting worker is asked. */
export interface RecountOrder {
  readonly ballotsUrl: string;
  /** The rule as published. */
  readonly rule: unknown;
}

/** What it tells, ending with `counted` or `failed`. */
export type RecountNews =
  | {
      readonly kind: 'progress';
      readonly step: 'fetching' | 'reading' | 'counting';
      /** 0 to 1, or null where the end is not known. */
      readonly done: number | null;
    }
  | {
      readonly kind: 'counted';
      readonly winners: readonly string[];
      readonly ballots: number;
      /** Fingerprint of what was counted, or null where the browser offers no SHA-256. */
      readonly inputsSha256: string | null;
      readonly seconds: number;
    }
  | {
      readonly kind: 'failed';
      /** `unreachable`: no ballots came; `unreadable`: what came is no such file or cannot be counted. */
      readonly why: 'unreachable' | 'unreadable';
      readonly detail: string;
    };
