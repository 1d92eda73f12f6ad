import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface KeptUpload {
  readonly upload: string;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Date;
  readonly added: number;
  readonly toReview: number;
  readonly leftOut: number;
  readonly undone: boolean;
  /** Whether somebody asked to take it back and nobody has confirmed it yet. */
  readonly undoing: boolean;
}

/** Keeps that a file was stored, never what stood in it. */
@Injectable()
export class UploadsRepository {
  constructor(private readonly database: DataSource) {}

  async add(election: string, uploadedBy: string, manager: EntityManager): Promise<string> {
    const [{ upload }] = await manager.query<[{ upload: string }]>(
      `INSERT INTO roll.upload (election, uploaded_by, added, to_review, left_out)
       VALUES ($1, $2, 0, 0, 0) RETURNING upload`,
      [election, uploadedBy],
    );
    return upload;
  }

  async note(
    upload: string,
    { added, toReview, leftOut }: { added: number; toReview: number; leftOut: number },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      'UPDATE roll.upload SET added = $2, to_review = $3, left_out = $4 WHERE upload = $1',
      [upload, added, toReview, leftOut],
    );
  }

  async exists(election: string, upload: string): Promise<boolean> {
    const found = await this.database.query<unknown[]>(
      'SELECT 1 FROM roll.upload WHERE election = $1 AND upload = $2',
      [election, upload],
    );
    return found.length > 0;
  }

  /** Newest first. */
  list(election: string): Promise<KeptUpload[]> {
    return this.database.query(
      `SELECT u.upload, u.uploaded_by AS "uploadedBy", u.uploaded_at AS "uploadedAt", u.added,
         u.to_review AS "toReview", u.left_out AS "leftOut",
         EXISTS (SELECT FROM roll.withdrawal w WHERE w.upload = u.upload AND w.confirmed_at IS NOT NULL) AS undone,
         EXISTS (SELECT FROM roll.withdrawal w WHERE w.upload = u.upload AND w.confirmed_at IS NULL
           AND w.dropped_at IS NULL) AS undoing
       FROM roll.upload u WHERE u.election = $1 ORDER BY u.uploaded_at DESC LIMIT 200`,
      [election],
    );
  }
}
