import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  Breadcrumbs,
  Button,
  Details,
  EmptyState,
  InsetText,
  NotificationBanner,
  Panel,
  SectionNav,
  SkipLink,
  SummaryList,
  Tag,
  WarningText,
} from './index.js';
import { show } from './test-host.js';

@Component({
  imports: [Button, Details, EmptyState, InsetText, NotificationBanner, Panel, SkipLink, Tag, WarningText],
  template: `
    <ct-skip-link />
    <main id="main" tabindex="-1"></main>
    <button id="save" ctButton [busy]="busy" (click)="saved = saved + 1">Save</button>
    <a id="more" ctButton="secondary" href="/more">More</a>
    <ct-tag colour="green">Open</ct-tag>
    <ct-notification-banner kind="success">Saved</ct-notification-banner>
    <ct-notification-banner>Closing soon</ct-notification-banner>
    <ct-panel heading="Sent">Thank you</ct-panel>
    <ct-details summary="Why">Because</ct-details>
    <ct-inset-text>Set apart</ct-inset-text>
    <ct-warning-text>It cannot be undone</ct-warning-text>
    <ct-empty-state heading="Nothing yet">Come back</ct-empty-state>
  `,
})
class Page {
  busy = false;
  saved = 0;
}

describe('small parts', () => {
  beforeEach(() => {
    document.body.replaceChildren();
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
  });

  it('skips to the main content by moving focus', () => {
    const { element } = show(Page);
    element.querySelector<HTMLElement>('.govuk-skip-link')!.click();

    expect(document.activeElement!.id).toBe('main');
  });

  it('dresses native buttons and links', () => {
    const { element } = show(Page);

    expect(element.querySelector('#save')!.className).toBe('govuk-button');
    expect(element.querySelector('#more')!.className).toBe('govuk-button govuk-button--secondary');
  });

  it('says what it is for readers: panel by heading, banner by role, warning by word', () => {
    const { element } = show(Page);

    expect(element.querySelector('h1')!.textContent).toBe('Sent');
    expect(
      [...element.querySelectorAll('.govuk-notification-banner')].map((banner) =>
        banner.getAttribute('role'),
      ),
    ).toEqual(['alert', 'region']);
    expect(element.querySelector('ct-warning-text')!.textContent.replace(/\s+/g, ' ').trim()).toBe(
      '!WarningIt cannot be undone',
    );
    expect(element.querySelector('ct-tag strong')!.className).toBe('govuk-tag govuk-tag--green');
    expect(element.querySelector('summary')!.textContent.trim()).toBe('Why');
    expect(element.querySelector('ct-empty-state')!.textContent).toContain('Nothing yet');
  });

  it('lists facts, with links where they lead somewhere', () => {
    const { element } = show(SummaryList, {
      rows: [
        { key: 'Budget', value: '£250,000' },
        { key: 'Place', value: 'Hanley', link: '/places/hanley' },
      ],
    });

    expect([...element.querySelectorAll('dt')].map((key) => key.textContent)).toEqual(['Budget', 'Place']);
    expect(element.querySelector('dd a')!.getAttribute('href')).toBe('/places/hanley');
  });

  it('shows the way up and the parts as named navigation', () => {
    const crumbs = show(Breadcrumbs, { crumbs: [{ label: 'Home', link: '/' }] }).element;
    const parts = show(SectionNav, {
      label: 'Parts of the round',
      sections: [{ label: 'Results', link: '/results' }],
    }).element;

    expect(crumbs.querySelector('nav')!.getAttribute('aria-label')).toBe('Breadcrumb');
    expect(parts.querySelector('nav')!.getAttribute('aria-label')).toBe('Parts of the round');
    expect(parts.querySelector('a')!.getAttribute('href')).toBe('/results');
  });
});

describe('Button', () => {
  it('answers to the space bar as a link with the role of a button', () => {
    @Component({
      imports: [Button],
      template: `<a ctButton role="button" href="#" (click)="$event.preventDefault(); clicked()">More</a>`,
    })
    class LinkAsButton {
      count = 0;
      clicked() {
        this.count += 1;
      }
    }
    const { element, fixture } = show(LinkAsButton);
    const space = new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true });
    element.querySelector('a')!.dispatchEvent(space);

    expect(fixture.componentInstance.count).toBe(1);
    expect(space.defaultPrevented).toBe(true);
  });

  it('swallows clicks while busy and says so, so a double click sends once', () => {
    @Component({
      imports: [Button],
      template: `<button ctButton [busy]="true" (click)="clicked()">Save</button>`,
    })
    class Busy {
      count = 0;
      clicked() {
        this.count += 1;
      }
    }
    const { element, fixture } = show(Busy);
    const button = element.querySelector('button')!;
    const event = new MouseEvent('click', { cancelable: true });
    button.dispatchEvent(event);

    expect(event.defaultPrevented).toBe(true);
    expect(fixture.componentInstance.count).toBe(0);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.disabled).toBe(false);
  });
});
