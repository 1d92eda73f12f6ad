import type { InvestigationQuestion, Theme } from './types.js';

/** Five themes with 24 risk factors. Source: Protection Approaches, "Building social cohesion locally", 2026. */
export const THEMES: readonly Theme[] = [
  {
    number: 1,
    name: 'Trust and institutional legitimacy',
    riskFactors: [
      {
        code: 'R1.1',
        name: 'Lack of trust in government and institutions',
        use: 'Followed by survey; replies on time and promises kept are measured as the council’s own conduct.',
      },
      {
        code: 'R1.2',
        name: 'Lack of trust in the media',
        use: 'A code for listening notes; every fact card names its source.',
      },
      {
        code: 'R1.3',
        name: 'Delegitimised expertise',
        use: 'Reviews show who reviewed, in which role, and the reasoning.',
      },
      {
        code: 'R1.4',
        name: 'Belief that democratic processes cannot change anything',
        use: 'The share of contributions that were answered, and of promises delivered, is shown for each round.',
      },
    ],
  },
  {
    number: 2,
    name: 'Perceptions of fairness and grievance',
    riskFactors: [
      {
        code: 'R2.1',
        name: 'Perceptions of grievance, threat or inequality',
        use: 'Followed by survey; a code for listening notes by service (housing, health, roads).',
      },
      {
        code: 'R2.2',
        name: 'Historic grievances and myths of victimhood',
        use: 'A code for listening notes that only named roles may read.',
      },
      {
        code: 'R2.3',
        name: 'Disinformation amplifying unfairness',
        use: 'Claims are answered with facts and with the way the decision was made.',
      },
      {
        code: 'R2.4',
        name: 'Conspiracy or grievance explanations',
        use: 'A code for listening notes that only named roles may read; never about one person.',
      },
    ],
  },
  {
    number: 3,
    name: 'Belonging, relationships and social connection',
    riskFactors: [
      {
        code: 'R3.1',
        name: 'Inter-group tension or discrimination',
        use: 'A code for listening notes.',
      },
      {
        code: 'R3.2',
        name: 'Rising hostility to identity groups',
        use: 'Published series of recorded hate crime, by police force area.',
      },
      {
        code: 'R3.3',
        name: 'Narratives that blame or dehumanise',
        use: 'A rule for moderation, with a published reason each time it is used.',
      },
      {
        code: 'R3.4',
        name: 'Hardening exclusionary norms',
        use: 'A code for listening notes.',
      },
      {
        code: 'R3.5',
        name: 'Isolation and weaker networks',
        use: 'Followed by survey; gaps in places and events.',
      },
      {
        code: 'R3.6',
        name: 'Marginalisation and lack of belonging',
        use: 'Followed by survey; who was reached is compared with who lives here.',
      },
    ],
  },
  {
    number: 4,
    name: 'Agency, opportunity and confidence in the future',
    riskFactors: [
      {
        code: 'R4.1',
        name: 'Decision-makers do not represent community interests',
        use: 'The gap between what a neighbourhood voted for and what was decided.',
      },
      {
        code: 'R4.2',
        name: 'Powerlessness',
        use: 'Followed by survey; the share of people taking part for the first time.',
      },
      {
        code: 'R4.3',
        name: 'Economic insecurity and limited opportunity',
        use: 'Public statistics by area.',
      },
      {
        code: 'R4.4',
        name: 'Decline of place',
        use: 'Followed by survey; the condition of shared places.',
      },
    ],
  },
  {
    number: 5,
    name: 'Safety, protection and escalation risks',
    riskFactors: [
      {
        code: 'R5.1',
        name: 'Political, economic, health, climate or resource crises',
        use: 'Marked as events on charts, so that a change is not read without them.',
      },
      {
        code: 'R5.2',
        name: 'Impunity for violence or incitement',
        use: 'Not collected here; people are pointed to those who can help.',
      },
      {
        code: 'R5.3',
        name: 'Curtailed rights of identity groups',
        use: 'Not collected here; a note on charts at most.',
      },
      {
        code: 'R5.4',
        name: 'Rise in identity-based violence, hate crime or harassment',
        use: 'Official series by area; small numbers are hidden.',
      },
      {
        code: 'R5.5',
        name: 'Rise in domestic or gender-based violence',
        use: 'Official series for the whole city only.',
      },
      {
        code: 'R5.6',
        name: 'Growth of groups promoting exclusionary or violent narratives',
        use: 'Not collected by this platform.',
      },
    ],
  },
];

/** Thirteen questions; the report prints the one on discrimination under two themes. */
export const INVESTIGATION_QUESTIONS: readonly InvestigationQuestion[] = [
  { code: 'Q1', themes: [1], text: 'Do people feel heard, represented and able to shape decisions?' },
  { code: 'Q2', themes: [1], text: 'Whom do people trust, and where is trust breaking down?' },
  { code: 'Q3', themes: [1], text: 'Who has the power or the duty to create change?' },
  {
    code: 'Q4',
    themes: [2],
    text: 'What grievances do people hold: where are things unfair, unequal or not working?',
  },
  { code: 'Q5', themes: [3], text: 'What makes people proud of where they live?' },
  { code: 'Q6', themes: [3], text: 'What works well in the community?' },
  { code: 'Q7', themes: [3], text: 'Do different communities mix?' },
  { code: 'Q8', themes: [3], text: 'What builds cohesion here, and what more is needed?' },
  { code: 'Q9', themes: [3, 5], text: 'Where do people meet discrimination?' },
  { code: 'Q10', themes: [4], text: 'What are people’s biggest concerns?' },
  { code: 'Q11', themes: [4], text: 'How do people see their own future?' },
  { code: 'Q12', themes: [4], text: 'How do people see the future of the city?' },
  { code: 'Q13', themes: [5], text: 'How do communities cope in a crisis?' },
];
