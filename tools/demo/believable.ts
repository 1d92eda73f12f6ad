import pg from 'pg';

/** A fact that holds of a city where people live and work. The statement finds what speaks against it. */
interface Fact {
  readonly fact: string;
  /** @returns one column, `found`; times are London's */
  readonly against: string;
}

/** Steps of a history that the product itself takes in the same moment as the one before. */
const AT_ONCE = `('The timetable', 'The count', 'The decision')`;
const DELIVERED = `('delivered', 'stopped')`;
const PHASES = ['ideas', 'review', 'voting', 'counting', 'delivering'] as const;
const phases = `rounds r, LATERAL (VALUES ${PHASES.map(
  (phase) => `('${phase}', r.${phase}_opens_at, r.${phase}_closes_at)`,
).join()}) AS phase (kind, opens, closes)`;

/** Every act that somebody signed in took, with the moment. */
const ACTS = `(
  SELECT at, actor_id AS person, what || ' ' || subject AS act FROM audit_events WHERE actor_id IS NOT NULL
  UNION ALL SELECT at, actor_id, what FROM round_events WHERE actor_id IS NOT NULL
  UNION ALL SELECT at, actor_id, what || ' ' || proposal_number FROM proposal_events WHERE actor_id IS NOT NULL
  UNION ALL SELECT at, person_id, 'support of ' || proposal_number FROM proposal_supports
  UNION ALL SELECT at, author_id, 'comment on ' || proposal_number FROM proposal_comments
  UNION ALL SELECT since, person_id, 'following ' || proposal_number FROM proposal_follows
) acts`;
const OF_OFFICE = `EXISTS (SELECT FROM held_roles h WHERE h.person_id = acts.person
  AND h.role IN ('officer', 'reviewer', 'moderator'))`;

/** Each moment not before any that stands before it, where both are there. */
const inOrder = (subject: string, from: string, ...moments: string[]): string =>
  moments
    .flatMap((moment, n) => moments.slice(0, n).map((before) => [before, moment] as const))
    .map(
      ([before, moment]) =>
        `SELECT concat(${subject}, ': ${before.split('+')[0]} ', ${before}, ' is after ', ${moment}) AS found
           FROM ${from} WHERE ${before} > ${moment}`,
    )
    .join(' UNION ALL ');

const history = (table: string, subject: string): string => `
  SELECT ${subject} || ': ' || before || ' and ' || what || ' at ' || at AS found FROM (
    SELECT *, lag(at) OVER w AS at_before, lag(what) OVER w AS before FROM ${table}
    WINDOW w AS (PARTITION BY ${subject} ORDER BY at, id)) e
   WHERE at - at_before < interval '1 minute' AND by_role NOT IN ${AT_ONCE}`;

const FACTS: readonly Fact[] = [
  {
    fact: 'a round takes one step at a time',
    against: history('round_events', 'round_id'),
  },
  {
    fact: 'a proposal takes one step at a time',
    against: history('proposal_events', 'proposal_number'),
  },
  {
    fact: 'the council works on working days, from eight to six',
    against: `SELECT at || ': ' || act AS found FROM ${ACTS}
      WHERE ${OF_OFFICE} AND (extract(isodow FROM at) > 5 OR at::time NOT BETWEEN '08:00' AND '18:00')`,
  },
  {
    fact: 'residents take part on mornings, afternoons and evenings',
    against: `SELECT at || ': ' || act AS found FROM ${ACTS}
      WHERE NOT ${OF_OFFICE} AND at::time NOT BETWEEN '07:00' AND '22:30'`,
  },
  {
    fact: 'nothing is dated by the loading: the latest was last Sunday, the oldest some years ago',
    against: `SELECT at || ': ' || what AS found FROM (
        SELECT at, what || ' ' || subject FROM audit_events WHERE actor_id IS NOT NULL UNION ALL SELECT at, what FROM round_events
        UNION ALL SELECT at, what FROM proposal_events UNION ALL SELECT at, kind FROM fates
        UNION ALL SELECT at, 'notice' FROM notices UNION ALL SELECT opened_at, 'case' FROM moderation_cases
        UNION ALL SELECT added_at, 'attachment' FROM attachments UNION ALL SELECT told_at, 'news' FROM delivery_updates
        UNION ALL SELECT entered_at, 'spend' FROM spend_entries UNION ALL SELECT registered_at, 'account' FROM people
      ) told (at, what)
      WHERE at NOT BETWEEN date_trunc('week', now()) - interval '5 years' AND date_trunc('week', now())`,
  },
  {
    fact: 'the audit log has its times in order',
    against: `SELECT pos || ' at ' || at AS found FROM
      (SELECT pos, at, lag(at) OVER (ORDER BY pos) AS before FROM audit_events) e WHERE at < before`,
  },
  {
    fact: 'phases open in the morning and close at the end of a day',
    against: `SELECT r.slug || ': ' || phase.kind || ' ' || opens || ' to ' || closes AS found FROM ${phases}
      WHERE opens::time NOT IN ('09:00', '00:00') OR closes::time NOT IN ('17:00', '23:59')`,
  },
  {
    fact: 'what is open is open for another week at least',
    against: `SELECT r.slug || ': ' || phase.kind || ' closes ' || closes AS found FROM ${phases}
      WHERE r.cancelled_at IS NULL AND r.decided_at IS NULL AND r.imported_from IS NULL
        AND phase.kind IN ('ideas', 'review', 'voting', 'counting')
        AND now() BETWEEN opens AND closes AND closes < now() + interval '4 days'`,
  },
  {
    fact: 'a proposal is written, handed in, reviewed and put on the ballot in this order',
    against: inOrder(
      'p.number',
      `proposals p JOIN rounds r ON r.id = p.round_id LEFT JOIN reviews s ON s.proposal_number = p.number
       LEFT JOIN review_verdicts v ON v.proposal_number = p.number`,
      'p.created_at',
      'p.submitted_at',
      's.started_at',
      'v.confirmed_at',
      'v.signed_at',
      'r.voting_opens_at',
    ).replaceAll(' WHERE ', ' WHERE NOT p.imported AND '),
  },
  {
    fact: 'a round is drafted, opened, voted on, counted, signed and decided in this order',
    against: inOrder(
      'r.slug',
      `rounds r LEFT JOIN counts c ON c.id = r.published_count_id
       LEFT JOIN count_signatures g ON g.count_id = c.id LEFT JOIN decisions d ON d.round_id = r.id
       LEFT JOIN outcomes o ON o.round_id = r.id`,
      'r.voting_closes_at',
      'c.started_at',
      'c.computed_at',
      'g.signed_at',
      'd.started_at',
      'o.proposed_at',
      'o.confirmed_at',
      'd.published_at',
    ),
  },
  {
    fact: 'a project is decided, taken on, built and ended in this order',
    against: inOrder(
      'l.proposal_number',
      `deliveries l JOIN proposals p ON p.number = l.proposal_number JOIN rounds r ON r.id = p.round_id
       LEFT JOIN milestones m ON m.proposal_number = p.number LEFT JOIN spend_entries e ON e.proposal_number = p.number`,
      'r.decided_at',
      'l.begun_at',
      "m.done_on + time '23:59'",
      'l.ended_at',
    ),
  },
  {
    fact: 'money is spent after the delivery began and before it ended',
    against: inOrder(
      'l.proposal_number',
      'deliveries l JOIN spend_entries e ON e.proposal_number = l.proposal_number',
      'l.begun_at::date',
      'e.spent_on',
      'l.ended_at::date',
    ),
  },
  {
    fact: 'a report is opened, decided, appealed and decided again in this order, and none waits for weeks',
    against: `${inOrder('c.number', 'moderation_cases c', 'c.opened_at', 'c.decided_at', 'c.appealed_at', 'c.appeal_decided_at')}
      UNION ALL SELECT number || ' waits since ' || opened_at FROM moderation_cases
       WHERE state = 'waiting' AND opened_at < now() - interval '3 weeks'`,
  },
  {
    fact: 'whoever supports or discusses a proposal does so once it can be read',
    against: `SELECT p.number || ' at ' || given.at AS found FROM proposals p JOIN (
        SELECT proposal_number, at FROM proposal_supports UNION ALL SELECT proposal_number, at FROM proposal_comments
      ) given ON given.proposal_number = p.number WHERE given.at < p.submitted_at + interval '5 minutes'`,
  },
  {
    fact: 'what is funded was voted for',
    against: `SELECT number || ': ' || votes AS found FROM proposals
      WHERE state IN ('funded', 'in-delivery', 'delivered', 'stopped') AND coalesce(votes, 0) = 0
      UNION ALL SELECT x.ballot_id || ' of count ' || x.count_id FROM count_projects x WHERE x.funded AND x.votes = 0`,
  },
  {
    fact: 'a decision funds what its projects are built from, and a closed round has built them',
    against: `SELECT p.number || ' is ' || p.state AS found FROM decision_items i
      JOIN decisions d ON d.id = i.decision_id AND d.published_at IS NOT NULL
      JOIN proposals p ON p.number = i.proposal_number JOIN rounds r ON r.id = p.round_id
      WHERE i.chosen <> (p.state IN ('funded', 'in-delivery', 'delivered', 'stopped'))
         OR (i.chosen AND r.override_phase = 'closed' AND p.state NOT IN ${DELIVERED})
         OR (p.state IN ${DELIVERED} AND NOT EXISTS (
              SELECT FROM deliveries l WHERE l.proposal_number = p.number AND l.ended_at IS NOT NULL))`,
  },
  {
    fact: 'a project is funded once',
    against: `SELECT p.title AS found FROM proposals p JOIN rounds r ON r.id = p.round_id AND r.invented
      WHERE p.state IN ('funded', 'in-delivery', 'delivered', 'stopped')
      GROUP BY p.title, p.place_id HAVING count(*) > 1`,
  },
  {
    fact: 'everybody is answered within thirty days after a vote',
    against: `SELECT slug AS found FROM rounds
      WHERE invented AND voting_closes_at < now() - interval '30 days' AND decided_at IS NULL`,
  },
  {
    fact: 'a fund of a part of the city lists ideas for that part',
    against: `SELECT r.slug || ': ' || p.number AS found FROM proposals p JOIN rounds r ON r.id = p.round_id
      WHERE p.place_id NOT IN (SELECT place_and_descendants(r.place_id))`,
  },
  {
    fact: 'a ballot offers more than its pot can pay for',
    against: `SELECT r.slug || ': ' || sum(p.cost_pence) || ' of ' || r.budget_pence AS found
      FROM rounds r JOIN proposals p ON p.round_id = r.id AND p.paper_position IS NOT NULL
      WHERE r.invented GROUP BY r.id HAVING sum(p.cost_pence) < r.budget_pence * 1.2`,
  },
  {
    fact: 'only who took part in a vote is told so',
    against: `SELECT n.id::text AS found FROM notices n JOIN fates f ON f.id = n.fate_id
      WHERE n.because = 'vote' AND NOT EXISTS (SELECT FROM contributions c
        WHERE c.kind = 'vote' AND c.person_id = n.person_id AND c.round_id = f.round_id)`,
  },
  {
    fact: 'the clock by which the city was made is gone',
    against: `SELECT proname::text AS found FROM pg_proc WHERE proname IN ('clock_timestamp', 'now')
        AND pronamespace <> 'pg_catalog'::regnamespace
      UNION ALL SELECT adrelid::regclass::text FROM pg_attrdef WHERE pg_get_expr(adbin, adrelid) LIKE '%demo_clock%'
      UNION ALL SELECT proname::text FROM pg_proc WHERE proconfig::text LIKE '%demo_clock%'
      UNION ALL SELECT setrole::text FROM pg_db_role_setting WHERE setconfig::text LIKE '%demo_clock%'`,
  },
];

/** What is not as it would be in a real city, in words; nothing when all is well. @param url of the loaded database */
export async function whatIsOdd(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET TimeZone = 'Europe/London'");
    const odd: string[] = [];
    for (const { fact, against } of FACTS) {
      const { rows } = await client.query<{ found: string }>(against);
      odd.push(...rows.slice(0, 5).map(({ found }) => `Not so: ${fact} (${found})`));
    }
    return odd;
  } finally {
    await client.end();
  }
}
