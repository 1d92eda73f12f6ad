import { describe, expect, it } from '@jest/globals';

import { PbMalformed } from './faults.js';
import { parsePb } from './parse.js';

interface Parts {
  readonly meta?: readonly string[];
  readonly projectHeader?: string;
  readonly projects?: readonly string[];
  readonly voteHeader?: string;
  readonly votes?: readonly string[];
}

/** A sound file with parts replaced. Without replacements: META lines 1-4, PROJECTS 5-8, VOTES from 9. */
function pb({ meta, projectHeader, projects, voteHeader, votes }: Parts = {}): string {
  return [
    ...['META', 'key;value', ...(meta ?? ['budget;100', 'vote_type;approval'])],
    ...['PROJECTS', projectHeader ?? 'project_id;cost', ...(projects ?? ['a;10', 'b;20'])],
    ...['VOTES', voteHeader ?? 'voter_id;vote', ...(votes ?? ['1;a'])],
  ].join('\n');
}
const cumulative = ['budget;100', 'vote_type;cumulative'];
const pointed = { meta: cumulative, voteHeader: 'voter_id;vote;points' };

/** `line field code` of every fault. */
function faultsOf(text: string): string[] {
  try {
    parsePb(text);
    return [];
  } catch (error) {
    if (!(error instanceof PbMalformed)) throw error;
    return error.faults.map(({ line, field, code }) => `${line} ${field} ${code}`);
  }
}

describe('what is refused, and where', () => {
  it.each<[string, string, string[]]>([
    ['nothing wrong', pb(), []],
    [
      'a budget that is no number',
      pb({ meta: ['budget;a lot', 'vote_type;approval'] }),
      ['3 budget money.not-a-number'],
    ],
    ['a budget below zero', pb({ meta: ['budget;-1', 'vote_type;approval'] }), ['3 budget money.negative']],
    ['no budget', pb({ meta: ['vote_type;approval', 'x;y'] }), ['5 budget meta.missing']],
    [
      'an unknown kind of ballot',
      pb({ meta: ['budget;1', 'vote_type;veto'] }),
      ['4 vote_type meta.unknown-vote-type'],
    ],
    [
      'a key twice',
      pb({ meta: ['budget;1', 'vote_type;approval', 'unit;A', 'unit;B'] }),
      ['6 unit meta.repeated-key'],
    ],
    [
      'rows lost',
      pb({ meta: ['budget;1', 'vote_type;approval', 'num_votes;2'] }),
      ['5 num_votes meta.count-differs'],
    ],
    [
      'a value with a bare semicolon',
      pb({ meta: ['budget;1', 'vote_type;approval', 'unit;A;B'] }),
      ['5 unit row.too-many-cells'],
    ],
    [
      'no cost column',
      pb({ projectHeader: 'project_id;name' }),
      ['6 cost header.missing-column', '7 cost money.missing', '8 cost money.missing'],
    ],
    ['a cost in tenths of a penny', pb({ projects: ['a;10.0505', 'b;20'] }), ['7 cost money.too-precise']],
    [
      'a cost beyond exact counting',
      pb({ projects: ['a;10', 'b;99999999999999999'] }),
      ['8 cost money.too-large'],
    ],
    ['a cost with an exponent', pb({ projects: ['a;1e6', 'b;20'] }), ['7 cost money.not-a-number']],
    ['an id twice', pb({ projects: ['a;10', 'a;20'] }), ['8 project_id project.id-repeated']],
    ['no id', pb({ projects: ['a;10', ';20'] }), ['8 project_id project.id-missing']],
    [
      'an id that a ballot would split',
      pb({ projects: ['a;10', '"b,c";20'] }),
      ['8 project_id project.id-comma'],
    ],
    ['an unknown project', pb({ votes: ['1;a', '2;a,z'] }), ['12 vote vote.unknown-project']],
    [
      'a comma that may mean thousands',
      pb({ meta: ['budget;15,000', 'vote_type;approval'], projects: ['a;1,500', 'b;20'] }),
      ['3 budget money.ambiguous', '7 cost money.ambiguous'],
    ],
    [
      'a limit that may mean thousands',
      pb({ meta: ['budget;100', 'vote_type;approval', 'max_sum_cost;1,500'] }),
      ['5 max_sum_cost money.ambiguous'],
    ],
    ['a comma too many', pb({ votes: ['1;a,,b'] }), ['11 vote vote.empty-name']],
    ['a voter twice', pb({ votes: ['1;a', '1;b'] }), ['12 voter_id vote.voter-repeated']],
    ['no voter', pb({ votes: [';a'] }), ['11 voter_id vote.voter-missing']],
    [
      'two on a choose-1 ballot',
      pb({ meta: ['budget;1', 'vote_type;choose-1'], votes: ['1;a,b'] }),
      ['11 vote vote.too-many'],
    ],
    [
      'no points column',
      pb({ meta: cumulative }),
      ['10 points header.missing-column', '11 points vote.points-length'],
    ],
    ['points that do not line up', pb({ ...pointed, votes: ['1;a,b;3'] }), ['11 points vote.points-length']],
    ['half a point', pb({ ...pointed, votes: ['1;a;0.5'] }), ['11 points vote.points-not-whole']],
    ['points below zero', pb({ ...pointed, votes: ['1;a;-1'] }), ['11 points vote.points-not-whole']],
    ['a cell too many', pb({ votes: ['1;a;b'] }), ['11 row row.too-many-cells']],
    [
      'a quote never closed',
      pb({ projectHeader: 'project_id;cost;name', projects: ['a;10;"Park', 'b;20;Mural'] }),
      ['7 row quote.unclosed', '11 VOTES section.missing'],
    ],
    [
      'an empty text',
      '',
      [
        '1 vote_type meta.missing',
        '1 budget meta.missing',
        '1 META section.missing',
        '1 PROJECTS section.missing',
        '1 VOTES section.missing',
      ],
    ],
  ])('%s', (_case, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });

  it('insists on the order of sections', () => {
    const [meta, projects, votes] = pb().split(/\n(?=PROJECTS|VOTES)/);
    expect(faultsOf([meta, votes, projects].join('\n'))).toContain('8 PROJECTS section.order');
  });

  it('tells all faults of one text at once', () => {
    const text = pb({ projects: ['a;x', 'a;20'], votes: ['1;a,z', '1;b'] });
    expect(faultsOf(text)).toHaveLength(5);
  });

  it('counts every fault but lists the first 200', () => {
    const votes = Array.from({ length: 500 }, (_, index) => `${index};z`);
    try {
      parsePb(pb({ votes }));
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({ code: 'pabulib.malformed', faultCount: 500 });
      expect((error as PbMalformed).params['faults']).toHaveLength(200);
    }
  });

  it('never repeats a voter id to the reader of a fault', () => {
    try {
      parsePb(pb({ votes: ['secret-voter;a', 'secret-voter;b'] }));
    } catch (error) {
      expect(JSON.stringify((error as PbMalformed).params)).not.toContain('secret-voter');
    }
    expect.assertions(1);
  });
});

describe('what is survived', () => {
  const warningsOf = (text: string): string[] =>
    parsePb(text)
      .warnings.filter(({ code }) => code !== 'meta.missing')
      .map(({ line, field, code, times }) => `${line} ${field} ${code} ${times}`);

  it.each<[string, string, string[]]>([
    [
      'a project named twice counts once',
      pb({ votes: ['1;a,b,a', '2;b,b'] }),
      ['11 vote vote.repeated-project 2'],
    ],
    ['a decimal comma', pb({ projects: ['a;10,5', 'b;20'] }), ['7 cost money.comma 1']],
    [
      'claimed votes that differ',
      pb({ projectHeader: 'project_id;cost;votes', projects: ['a;1;7', 'b;2;0'] }),
      ['7 votes project.votes-differ 1'],
    ],
    ['a missing last cell', pb({ voteHeader: 'voter_id;vote;age' }), ['11 row row.short 1']],
    [
      'a ballot over its limit',
      pb({ meta: ['budget;100', 'vote_type;approval', 'max_sum_cost;5'] }),
      ['12 vote vote.over-max-sum-cost 1'],
    ],
    ['lower-case and padded section names', pb().replace('PROJECTS', ' projects ;;;'), []],
    ['a byte order mark, CRLF and blank lines', `\uFEFF${pb().replaceAll('\n', '\r\n\r\n ;\r\n')}`, []],
    [
      'columns called targets',
      pb({ projectHeader: 'project_id;cost;targets', projects: ['a;1;adults,youth', 'b;1;None'] }),
      [],
    ],
  ])('%s', (_case, text, expected) => {
    expect(warningsOf(text)).toEqual(expected);
  });

  it('keeps ids as texts, recounts votes, and scores a ranking by ballot length minus position', () => {
    const file = parsePb(
      pb({
        meta: ['budget;100', 'vote_type;ordinal', 'flavour;unknown key', 'max_length;3'],
        projects: ['07;1', '7;1', '9;1'],
        votes: ['1;7,07,9', '2;07,7', '3;'],
      }),
    );
    expect(file.projects.map(({ id, votes, score }) => [id, votes, score])).toEqual([
      ['07', 2, 4],
      ['7', 2, 4],
      ['9', 1, 1],
    ]);
    expect(file.meta.get('flavour')).toBe('unknown key');
    expect(file.votes).toHaveLength(3);
  });

  it('keeps the first points of a project named twice', () => {
    const file = parsePb(pb({ ...pointed, votes: ['1;a,b,a;3,2,1'] }));
    expect(file.votes[0]).toMatchObject({ choices: ['a', 'b'], points: [3, 2] });
  });
});
