import { ChangeDetectionStrategy, Component, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, WarningText } from '@commonthread/govuk';

/** What is promised about the secrecy of a vote, against whom, and what is not. */
@Component({
  selector: 'ct-secrecy-page',
  imports: [Breadcrumbs, RouterLink, WarningText],
  templateUrl: './secrecy-page.html',
  styleUrl: './ballot.scss',
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecrecyPage {
  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Rounds`, link: '/rounds' },
  ];
  protected readonly people = [
    {
      who: $localize`The public, and other residents`,
      learns: $localize`No.`,
      changes: $localize`No.`,
    },
    {
      who: $localize`A council officer or administrator, with every screen of the office`,
      learns: $localize`No. There is no such screen, and the office’s part of the database is not allowed to read ballots.`,
      changes: $localize`No. Ballots cannot be altered. If somebody added ballots, there would be more of them than people who took one, and each person can see on their own page whether a ballot was given out in their name; they also get an e-mail about it.`,
    },
    {
      who: $localize`A thief of a full copy of the database`,
      learns: $localize`No, once the ballots have been put into the log: the council signs your ballot pass without seeing it, and ballots are stored in a random order and without times.`,
      changes: $localize`No: a copy changes nothing.`,
    },
    {
      who: $localize`A thief of the databases and of the backups and change records of both sides`,
      learns: $localize`Partly. In quiet hours, when few people vote, times could be compared.`,
      changes: $localize`No.`,
    },
    {
      who: $localize`A dishonest operator who controls both services while people vote`,
      learns: $localize`Possibly: by noting internet addresses and times, or by sending altered pages to your browser.`,
      changes: $localize`Not unseen by changing or dropping ballots: your receipt and the public log prove it. Altered pages cannot be prevented, only detected.`,
    },
    {
      who: $localize`Whoever holds the key that signs ballot passes`,
      learns: $localize`No.`,
      changes: $localize`They could add as many ballots as there are people who have not asked for one. The published numbers and the residents’ own pages would show it.`,
    },
    {
      who: $localize`Somebody who has your receipt or your change code`,
      learns: $localize`Yes, after the end of voting, when all ballots are published.`,
      changes: $localize`With the change code they can change your own vote while voting is open. Nobody else’s.`,
    },
  ];
}
