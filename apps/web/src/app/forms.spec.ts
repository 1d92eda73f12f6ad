/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const HERE = join(process.cwd(), 'apps/web/src/app');

/** These reach the server as they are and are answered with their page. */
const WORK_WITHOUT = ['moderation/report-page.html', 'notices/unsubscribe-page.ts'];
/**
 * Shown once the browser knows who is signed in, or holds something of a vote. In place of their pages the server sends
 * one that says itself that it needs JavaScript, or nothing.
 */
const BROWSER_ALONE = [
  /^office\//,
  /^account\/(leave-page|my-data-page|second-factor-set-up|your-details)\b/,
  /^ballot\/(check\/|code-entry|claim\/)/,
  /^moderation\/answer-case\b/,
  /^notices\/pace-form\b/,
  /^proposals\//,
  /^shell\/attachments\//,
];

const sources = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(html|ts)$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(HERE, name), 'utf8') }));
/** Every form's first tag, with what follows it. */
const forms = sources.flatMap(({ name, text }) =>
  [...text.matchAll(/<form\b(?:"[^"]*"|[^">])*>\s*(<[\w-]+)?/g)].map(([tag, first]) => ({
    name,
    tag,
    first,
  })),
);
const sending = forms.filter(({ tag }) => !/\bmethod="get"/.test(tag));

describe('every form of the site', () => {
  it('is found', () => expect(forms.length).toBeGreaterThan(50));

  it('is a search, or never puts what was typed into an address', () => {
    expect(sending.filter(({ tag }) => !tag.includes('method="post"')).map(({ name }) => name)).toEqual([]);
  });

  it('says before its fields that it needs JavaScript, where it does', () => {
    const silent = sending
      .filter(({ name }) => !WORK_WITHOUT.includes(name) && !BROWSER_ALONE.some((some) => some.test(name)))
      .filter(({ first }) => first !== '<ct-needs-script');
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has an error summary, which takes focus and names the page "Error:"', () => {
    const without = sources.filter(
      ({ text }) => /<form\b[^>]*method="post"/.test(text) && !text.includes('<ct-error-summary'),
    );
    // A search beside a list: what is typed there cannot be wrong.
    expect(without.map(({ name }) => name)).toEqual(['office/reviewing/reviews-page.html']);
  });

  it('stands on a page that says so, where the server sends no form', () => {
    const moment = sources.find(({ name }) => name === 'shell/pages/one-moment-page.ts');
    expect(moment?.text).toContain('<ct-needs-script />');
  });
});
