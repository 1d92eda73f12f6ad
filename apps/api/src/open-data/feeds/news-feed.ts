import { Inject, Injectable } from '@nestjs/common';
import { Feed } from 'feed';
import { DataSource } from 'typeorm';

import { type Config, CONFIG } from '../../platform/config/index.js';

interface NewsRow {
  readonly at: Date;
  readonly title: string;
  readonly text: string;
  /** On this site. */
  readonly path: string;
}

const NEWEST = 50;

/** Decisions, and steps of funded projects, newest first: what a reader or a local paper would follow. */
@Injectable()
export class NewsFeed {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async rss(): Promise<string> {
    const rows = await this.newest();
    const site = this.config.publicUrl;
    const feed = new Feed({
      id: site,
      link: site,
      title: 'Decisions and what became of them',
      description: 'Newest first. Each entry links to the page with the reasons.',
      language: 'en-GB',
      copyright: 'Open Government Licence v3.0',
      ...(rows[0] && { updated: rows[0].at }),
    });
    for (const { at, title, text, path } of rows) {
      const link = `${site}${path}`;
      feed.addItem({ id: `${link}#${at.getTime()}`, link, title, description: text, date: at });
    }
    return feed.rss2();
  }

  private newest(): Promise<NewsRow[]> {
    return this.database.query(
      `SELECT v.published_at AS at, v.title, v.summary AS text, '/decisions/D-' || d.number AS path
       FROM decision_versions v JOIN decisions d ON d.id = v.decision_id WHERE v.published_at IS NOT NULL
       UNION ALL
       SELECT e.at, p.shown_title || ': ' || lower(e.what), coalesce(without_hidden(e.reason, p.round_id), ''), '/proposals/' || p.number
       FROM proposal_events e JOIN proposals p ON p.number = e.proposal_number
       WHERE p.state IN ('in-delivery', 'delivered', 'stopped') AND p.outcome_funded
         AND e.at > (SELECT min(published_at) FROM decisions WHERE round_id = p.round_id)
       ORDER BY at DESC, path LIMIT $1`,
      [NEWEST],
    );
  }
}
