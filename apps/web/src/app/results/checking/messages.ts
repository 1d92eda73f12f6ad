import type { Report, Result } from '@commonthread/ballot-protocol';

/** What the worker is asked: to verify every published file of a vote, or to count published ballots again. */
export type CheckOrder =
  | { readonly kind: 'files'; readonly files: readonly PublishedFile[] }
  /** For elections held elsewhere, of which only the ballots are known. */
  | { readonly kind: 'ballots'; readonly ballotsUrl: string; readonly rule: unknown };

export interface PublishedFile {
  readonly file: string;
  readonly url: string;
}

/** What it tells, ending with `verified`, `counted` or `failed`. */
export type CheckNews =
  | {
      readonly kind: 'progress';
      readonly step: 'fetching' | 'reading' | 'counting' | 'verifying';
      /** 0 to 1, or null where the end is not known. */
      readonly done: number | null;
      /** Ballots verified so far, and how many there are said to be. */
      readonly ballots?: { readonly read: number; readonly of: number };
    }
  | {
      readonly kind: 'verified';
      readonly report: Report;
      /** As in the files; null where it cannot be read, which the report says. */
      readonly result: Result | null;
      readonly seconds: number;
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
      /** `unreachable`: the files did not come; `unreadable`: what came is no such file or cannot be counted. */
      readonly why: 'unreachable' | 'unreadable';
      readonly detail: string;
    };

export type Progress = Extract<CheckNews, { kind: 'progress' }>;
export type Verified = Extract<CheckNews, { kind: 'verified' }>;
export type Counted = Extract<CheckNews, { kind: 'counted' }>;
