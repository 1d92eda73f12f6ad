import type { RoundNow } from '../../rounds/index.js';
import type { VoteFacts } from '../../voting/index.js';

export const DATA_KINDS = [
  'ballots',
  'count',
  'export',
  'rounds',
  'proposals',
  'decisions',
  'decided-projects',
  'aims',
  'grants',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** A file that everybody can take once the outcome is published. */
export interface DataFile {
  readonly kind: DataKind;
  readonly address: string;
}

/** With fewer ballots each could be guessed; those who open the files hold to the same number. */
const LEAST_BALLOTS = 30;
const TABLES = ['rounds', 'proposals', 'decisions', 'decided-projects', 'aims'] as const;

/** Which files become public, or are fuller than before. */
export function dataFiles(
  { slug, imported, ballots }: Pick<RoundNow, 'slug' | 'imported' | 'ballots'>,
  countId: string,
  vote: VoteFacts | null,
): DataFile[] {
  const whole = imported || (ballots ?? 0) >= LEAST_BALLOTS;
  const exported = (vote?.exportFiles ?? []).filter((file) => whole || file !== 'ballots.ndjson');
  return [
    ...(whole ? [{ kind: 'ballots' as const, address: `/api/rounds/${slug}/ballots.pb` }] : []),
    { kind: 'count', address: `/api/counts/${countId}/bundle` },
    ...exported.map((file) => ({ kind: 'export' as const, address: `/api/rounds/${slug}/export/${file}` })),
    ...TABLES.map((kind) => ({ kind, address: `/api/open-data/${kind}.csv` })),
    ...(imported ? [] : [{ kind: 'grants' as const, address: '/api/open-data/360giving.json' }]),
  ];
}
