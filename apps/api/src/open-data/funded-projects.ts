import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type Config, CONFIG } from '../platform/config/index.js';

interface FundedRow {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly currency: string;
  readonly cost_pence: string;
  readonly awarded_on: string;
  readonly round: string;
  readonly round_title: string;
  readonly council: string;
  readonly council_code: string;
  readonly place: string;
  readonly place_code: string | null;
  readonly place_kind: string;
}

const VERSION = '1.4';
const ONS_KIND: Readonly<Record<string, string>> = { council: 'UA', ward: 'WD' };

/**
 * Projects that a published decision funds, as grants of the 360Giving Data Standard
 * (https://standard.threesixtygiving.org): from the council's fund to the body that delivers. Imported elections and
 * invented examples are left out: they are not this council's money.
 */
@Injectable()
export class FundedProjects {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async asGrants(): Promise<object> {
    const rows = await this.database.query<FundedRow[]>(
      `SELECT p.number, p.shown_title AS title, p.shown_summary AS summary, p.currency, p.cost_pence, to_char(d.published_at, 'YYYY-MM-DD') AS awarded_on,
         r.slug AS round, r.title AS round_title, c.name AS council, coalesce(c.code, c.slug) AS council_code,
         l.name AS place, l.code AS place_code, l.kind AS place_kind
       FROM proposals p JOIN rounds r ON r.id = p.round_id JOIN places l ON l.id = p.place_id
         JOIN decisions d ON d.round_id = r.id
         JOIN places c ON c.id IN (SELECT place_and_ancestors(r.place_id)) AND c.parent_id IS NULL
       WHERE p.outcome_funded AND d.state <> 'draft' AND r.imported_from IS NULL
         AND (NOT r.invented OR $1)
       ORDER BY p.number`,
      [this.config.demo],
    );
    return {
      version: VERSION,
      title: 'Projects funded by residents’ votes',
      grants: rows.map((row) => this.grant(row)),
    };
  }

  private grant(row: FundedRow): object {
    const prefix = `360G-${this.config.grantPrefix}`;
    const council = { id: `${prefix}:ORG:${row.council_code}`, name: row.council };
    return {
      id: `${prefix}-${row.number}`,
      title: row.title,
      description: row.summary || row.title,
      currency: row.currency,
      amountAwarded: Number(row.cost_pence) / 100,
      awardDate: row.awarded_on,
      url: `${this.config.publicUrl}/proposals/${row.number}`,
      fromOpenCall: 'Yes',
      fundingOrganization: [council],
      recipientOrganization: [council],
      grantProgramme: [
        { code: row.round, title: row.round_title, url: `${this.config.publicUrl}/rounds/${row.round}` },
      ],
      beneficiaryLocation: [
        {
          name: row.place,
          countryCode: 'GB',
          ...(row.place_code && { geoCode: row.place_code, geoCodeType: ONS_KIND[row.place_kind] ?? 'UA' }),
        },
      ],
      dataSource: `${this.config.publicUrl}/open-data`,
    };
  }
}
