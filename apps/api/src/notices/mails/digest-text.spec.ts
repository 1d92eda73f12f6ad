import { describe, expect, it } from '@jest/globals';

import type { Notice } from '../notice.js';
import { digestText } from './digest-text.js';

const notice: Notice = {
  id: '1',
  fate: 'not-taken-forward',
  because: 'support',
  at: new Date(),
  readAt: null,
  reason: 'The land is private.',
  proposalNumber: 7,
  proposalTitle: 'A bench by the pond',
  mergedInto: null,
  roundSlug: 'north',
  roundTitle: 'Northern fund',
  decisionNumber: null,
  letter: null,
};
const frame = {
  young: false,
  publicUrl: 'https://decide.example',
  stopUrl: 'https://decide.example/unsubscribe?token=t',
};

describe('digestText', () => {
  it('tells what, why, where, and how to stop', () => {
    const { subject, text } = digestText({ ...frame, notices: [notice] });

    expect(subject).toBe('News of something you took part in');
    expect(text).toContain('A bench by the pond: not taken forward. The reason: The land is private.');
    expect(text).toContain('You supported this.');
    expect(text).toContain('\nhttps://decide.example/proposals/7\n');
    expect(text).toContain('\nhttps://decide.example/unsubscribe?token=t\n');
  });

  it('leads from a decided vote to its decision and from one called off to its round', () => {
    const vote = { ...notice, proposalNumber: null, proposalTitle: null };
    const decided = { ...vote, fate: 'decided', decisionNumber: 'D-4' } as const;

    expect(digestText({ ...frame, notices: [decided] }).text).toContain('/decisions/D-4\n');
    expect(digestText({ ...frame, notices: [{ ...vote, fate: 'cancelled' }] }).text).toContain(
      '/rounds/north\n',
    );
  });

  it('writes the authors their letter, without addresses of anybody else', () => {
    const letter = {
      ...{ title: 'A bench by the pond', round: 'Northern fund', funded: false, opening: 'Thank you.' },
      ...{ reason: 'See https://elsewhere.example now.', next: ['You can put it forward again.'] },
      questions: 'If you have a question, write to team@decide.example.',
    };
    const told = { ...notice, fate: 'not-funded', because: 'author', letter } as const;
    const { text } = digestText({ ...frame, notices: [told] });

    expect(text).toContain('A bench by the pond: not funded.\n\nThank you.\n\nSee (address left out) now.');
    expect(text).toContain('You can put it forward again.\n\nIf you have a question, write to team@');
    expect(text).toContain('\nhttps://decide.example/proposals/7/decision-letter\n');
  });

  it('says to a young person only that there is news', () => {
    const { subject, text } = digestText({ ...frame, young: true, notices: [notice] });

    expect(subject).toBe('There is news');
    for (const word of ['bench', 'private', 'Northern', 'supported']) expect(text).not.toContain(word);
  });

  it('stays of a length somebody reads', () => {
    const { subject, text } = digestText({ ...frame, notices: Array.from({ length: 45 }, () => notice) });

    expect(subject).toBe('45 pieces of news for you');
    expect(text.match(/A bench by the pond/g)).toHaveLength(30);
    expect(text).toContain('And 15 more.');
  });

  it('carries no address and no lines of others', () => {
    const proposalTitle = 'Win\n\nhttps://evil.example/x and www.evil.example now';
    const { text } = digestText({ ...frame, notices: [{ ...notice, proposalTitle }] });

    expect(text).toContain('Win (address left out) and (address left out) now: not taken forward.');
  });
});
