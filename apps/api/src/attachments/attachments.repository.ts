import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Attachment, AttachmentKind, OwnerRef } from './attachment.js';

const SELECT = `SELECT id, jsonb_build_object('kind', owner_kind, 'id', owner_id) AS owner, kind, alt, width, height,
  bytes, added_at AS "addedAt" FROM attachments`;

export interface NewAttachment {
  readonly id: string;
  readonly owner: OwnerRef;
  readonly kind: AttachmentKind;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly addedBy: string;
}

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly database: DataSource) {}

  /** Takes the first free position. @returns whether there was one among the first `most` */
  async add(one: NewAttachment, most: number, manager: EntityManager): Promise<boolean> {
    const added = await manager.query<unknown[]>(
      `INSERT INTO attachments (id, owner_kind, owner_id, position, kind, alt, width, height, bytes, added_by)
       SELECT $1, $2, $3, min(n), $4, $5, $6, $7, $8, $9 FROM generate_series(1, $10::int) n
        WHERE NOT EXISTS (SELECT FROM attachments WHERE owner_kind = $2 AND owner_id = $3 AND position = n)
       HAVING min(n) IS NOT NULL RETURNING id`,
      [
        one.id,
        one.owner.kind,
        one.owner.id,
        one.kind,
        one.alt,
        one.width,
        one.height,
        one.bytes,
        one.addedBy,
        most,
      ],
    );
    return added.length > 0;
  }

  async byId(id: string): Promise<Attachment | undefined> {
    const [row] = await this.database.query<Attachment[]>(`${SELECT} WHERE id = $1`, [id]);
    return row;
  }

  /** In the order they are shown. */
  ofOwner({ kind, id }: OwnerRef): Promise<Attachment[]> {
    return this.database.query(`${SELECT} WHERE owner_kind = $1 AND owner_id = $2 ORDER BY position`, [
      kind,
      id,
    ]);
  }

  ofOwners(kind: string, ids: readonly string[]): Promise<Attachment[]> {
    return this.database.query(
      `${SELECT} WHERE owner_kind = $1 AND owner_id = ANY ($2) ORDER BY owner_id, position`,
      [kind, ids],
    );
  }

  async describe(id: string, alt: string, manager: EntityManager): Promise<void> {
    await manager.query('UPDATE attachments SET alt = $2 WHERE id = $1', [id, alt]);
  }

  async remove(id: string, manager: EntityManager): Promise<void> {
    await manager.query('DELETE FROM attachments WHERE id = $1', [id]);
  }

  /** @returns whether somebody is under 18 today */
  async isYoung(personId: string): Promise<boolean> {
    const [row] = await this.database.query<{ young: boolean }[]>(
      `SELECT date_of_birth > local_today() - interval '18 years' AS young FROM people WHERE id = $1`,
      [personId],
    );
    return row?.young ?? true;
  }
}
