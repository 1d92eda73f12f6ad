import type { Api } from '@commonthread/api-client';

export const aBox: Api<'PaperBatchDto'> = {
  ...{ batch: 'library', issued: 3, inBox: 2, spoiled: 1, returned: 0, missing: 0 },
  ...{ stage: 'first-entry', mine: false, keyer: 'nobody', entered: 0, keyed: null, discrepancy: null },
};

export const aPaper: Api<'BallotPaperDto'> = {
  ...{ sha256: 'abc', frozenAt: '2026-11-20T08:00:00Z', canonical: '{}' },
  projects: [
    { ballotId: '11', proposalNumber: 11, title: 'Trees', costPence: 700_000 },
    { ballotId: '2', proposalNumber: 2, title: 'A ball court', costPence: 500_000 },
  ],
};

export const aKey: Api<'IssuerKeyDto'> = { style: 'all', variant: 'v', spki: 'k', sha256: 'abc' };
