type Why = Readonly<Record<string, string>>;

const because = (why: string, ...fields: readonly string[]): Why =>
  Object.fromEntries(fields.map((field) => [field, why]));

/** Fields whose words no page shows. */
export const NOT_SHOWN: Why = {
  ...because(
    'replaced on the page by what was written later; the same components show both',
    ...['title', 'summary', 'reasons', 'fairness', 'whatNext'].map(
      (name) => `PUT /decisions/{number} ${name}`,
    ),
    'POST /decisions/{number}/aims population',
    'POST /decisions/{number}/aims mechanism',
    'POST /attachments alt',
    'POST /departments name',
  ),
  ...because(
    'told to the officer by the list alone, until the review goes on',
    'POST /reviews/{number}/send-back reason',
  ),
  ...because(
    'kept for an appeal, read by nobody on screen',
    ...['harm', 'context', 'milder'].map(
      (name) => `POST /moderation/cases/{number}/decide checklist.${name}`,
    ),
  ),
};

/** Fields that this journey leaves empty. */
export const NOT_WRITTEN: Why = {
  ...because(
    'never stored',
    'POST /identity/register password',
    'POST /identity/reset password',
    'POST /rounds/{slug}/pass blinded',
    ...['claims', 'search', 'withdrawals'].flatMap((act) => [
      `POST /rounds/{slug}/roll/${act} fullName`,
      `POST /rounds/{slug}/roll/${act} house`,
    ]),
  ),
  ...because('the same column as PATCH /identity/me', 'POST /identity/register displayName'),
  ...because(
    'needs a list of voters, or a vote that is under way or over: not tried',
    'POST /rounds/{slug}/roll/reissues reason',
    'POST /rounds/{slug}/roll/withdrawals reason',
    'POST /rounds/{slug}/roll/uploads/{upload}/undo reason',
    'POST /rounds/{slug}/roll/claims/{claim}/decide reason',
    'POST /rounds/{slug}/paper-batches/{batch}/rulings reason',
    'POST /rounds/{slug}/paper-batches/{batch}/seal discrepancy',
    'POST /rounds/{slug}/paper-sample place',
    'POST /rounds/{slug}/paper-sample/outcome note',
    'POST /rounds/{slug}/voting/close reason',
  ),
  ...because('not tried', 'POST /reviews/{number}/reopen reason'),
};
