import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { SUPPORTABLE } from './proposal-states.js';

/** What one person wrote and added, read for that person and let go of; always in the caller's transaction. */
@Injectable()
export class AuthorRepository {
  proposals(personId: string, manager: EntityManager): Promise<object[]> {
    return manager.query(
      `SELECT p.number, r.slug AS round, p.title, p.summary, p.body, p.categories, p.estimate_pence::float8 AS "estimatePence",
         p.latitude, p.longitude, p.state, p.created_at AS "createdAt", p.submitted_at AS "submittedAt"
       FROM proposals p JOIN rounds r ON r.id = p.round_id WHERE p.author_id = $1 ORDER BY p.number`,
      [personId],
    );
  }

  supports(personId: string, manager: EntityManager): Promise<object[]> {
    return manager.query(
      `SELECT 'supports' AS "as", proposal_number AS proposal, at FROM proposal_supports WHERE person_id = $1
       UNION ALL SELECT 'follows', proposal_number, since FROM proposal_follows WHERE person_id = $1 ORDER BY at`,
      [personId],
    );
  }

  comments(personId: string, manager: EntityManager): Promise<object[]> {
    return manager.query(
      `SELECT proposal_number AS proposal, text, at, withdrawn_at AS "withdrawnAt" FROM proposal_comments
       WHERE author_id = $1 ORDER BY at`,
      [personId],
    );
  }

  /**
   * What others write along passes to the one of longest standing. A draft of nobody else keeps its number and loses
   * its words: other tables may refer to the number.
   */
  async leaveProposals(personId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `WITH heirs AS (
         SELECT DISTINCT ON (proposal_number) proposal_number, person_id FROM proposal_authors
         WHERE NOT lead AND NOT gone AND proposal_number IN (SELECT number FROM proposals WHERE author_id = $1)
         ORDER BY proposal_number, since, person_id
       ), freed AS (
         DELETE FROM proposal_coauthors c USING heirs h
         WHERE c.proposal_number = h.proposal_number AND c.person_id = h.person_id
       )
       UPDATE proposals SET author_id = heirs.person_id FROM heirs WHERE number = heirs.proposal_number`,
      [personId],
    );
    await manager.query(
      `UPDATE proposals SET state = 'withdrawn', title = 'Deleted draft', summary = '', body = '', categories = '{}',
         estimate_pence = NULL, latitude = NULL, longitude = NULL, version = version + 1
       WHERE author_id = $1 AND submitted_at IS NULL`,
      [personId],
    );
    await manager.query('UPDATE proposals SET author_id = NULL WHERE author_id = $1', [personId]);
  }

  /** The rows go; the number falls while it is still being gathered and stays where it is history. */
  async leaveSupports(personId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `WITH gone AS (DELETE FROM proposal_supports WHERE person_id = $1 RETURNING proposal_number)
       UPDATE proposals SET supports = supports - 1
       WHERE number IN (SELECT proposal_number FROM gone) AND state = ANY ($2::text[])`,
      [personId, [...SUPPORTABLE]],
    );
    await manager.query('DELETE FROM proposal_follows WHERE person_id = $1', [personId]);
  }

  async leaveComments(personId: string, keepWords: boolean, manager: EntityManager): Promise<void> {
    if (!keepWords) {
      await manager.query(
        `UPDATE proposal_comments SET text = NULL, withdrawn_at = clock_timestamp()
         WHERE author_id = $1 AND withdrawn_at IS NULL`,
        [personId],
      );
    }
    await manager.query('UPDATE proposal_comments SET author_id = NULL WHERE author_id = $1', [personId]);
  }
}
