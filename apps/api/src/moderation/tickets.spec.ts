import { describe, expect, it } from '@jest/globals';

import { newTicket, reporterDigest, ticketHash } from './tickets.js';

describe('a ticket number', () => {
  it('has 24 signs in groups, none of which look alike', () => {
    const tickets = Array.from({ length: 200 }, newTicket);
    for (const ticket of tickets)
      expect(ticket).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){5}[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(tickets).size).toBe(200);
  });

  it('is read as people type it', () => {
    const ticket = newTicket();
    const typed = ticket.toLowerCase().replaceAll('-', ' ');
    expect(ticketHash(typed)).toEqual(ticketHash(ticket));
    expect(ticketHash(newTicket())).not.toEqual(ticketHash(ticket));
  });
});

describe('the digest of who reported', () => {
  it('differs from case to case, so that reports of one person cannot be put together', () => {
    const key = Buffer.alloc(32, 1);
    expect(reporterDigest('case', 'person', key)).toEqual(reporterDigest('case', 'person', key));
    expect(reporterDigest('case', 'person', key)).not.toEqual(reporterDigest('other', 'person', key));
    expect(reporterDigest('case', 'person', key)).not.toEqual(
      reporterDigest('case', 'person', Buffer.alloc(32, 2)),
    );
  });
});
