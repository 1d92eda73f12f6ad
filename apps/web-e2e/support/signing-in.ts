import type { Visitor } from './browser.js';

const PASSWORD = 'demo-commonthread';

/** Signs in by the form as an account of the demonstration, with the code its authenticator app would show. */
export async function signIn(visitor: Visitor, email: string, password = PASSWORD): Promise<void> {
  const { page } = visitor;
  await visitor.open('/account/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const code = page.getByLabel('Code', { exact: true });
  await code.or(signedIn(visitor)).first().waitFor();
  if (await code.isVisible()) await enterCode(visitor, email);
  await signedIn(visitor).waitFor();
}

/** A code is good once: one that was used a moment ago is waited out, as a person would. */
async function enterCode(visitor: Visitor, email: string): Promise<void> {
  const { page } = visitor;
  let used = '';
  for (;;) {
    const code = await codeOf(visitor, email);
    if (code !== used) {
      used = code;
      await page.getByLabel('Code', { exact: true }).fill(code);
      await page.getByRole('button', { name: 'Go on' }).click();
      const refused = page.getByRole('alert').filter({ hasText: 'code' });
      await refused.or(signedIn(visitor)).first().waitFor();
      if (await signedIn(visitor).isVisible()) return;
    }
    await page.waitForTimeout(1000);
  }
}

/** What the demonstration mailbox, in a second tab, shows as the code of an account. */
async function codeOf(visitor: Visitor, email: string): Promise<string> {
  const mailbox = await visitor.context.newPage();
  await mailbox.goto('/mailbox');
  const row = mailbox
    .getByRole('table', { name: 'Codes for signing in, by account' })
    .getByRole('row')
    .filter({ has: mailbox.getByRole('rowheader', { name: email, exact: true }) });
  const code = await row.locator('code').innerText();
  await mailbox.close();
  return code;
}

function signedIn({ page }: Visitor) {
  return page.getByRole('banner').getByRole('button', { name: 'Sign out' });
}
