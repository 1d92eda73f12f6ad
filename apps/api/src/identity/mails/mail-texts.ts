import type { LinkPurpose } from './mail-links.repository.js';

export type IdentityMail =
  LinkPurpose | 'already-registered' | 'password-changed' | 'second-factor-on' | 'recovery-code-used';

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/**
 * What the mails say. Nothing a stranger can enter stands in them: else a made-up registration could send
 * any sentence to anybody under our name.
 *
 * @param link for `confirm` and `reset`, the secret link; else the page to go to
 */
export function mailText(mail: IdentityMail, link: string): MailText {
  switch (mail) {
    case 'confirm':
      return {
        subject: 'Confirm your e-mail address',
        text: lines(
          'Somebody registered with Common Thread and gave this e-mail address.',
          'If it was you, open this page within an hour:',
          link,
          'If it was not you, do nothing: the address stays unconfirmed and cannot be used.',
        ),
      };
    case 'reset':
      return {
        subject: 'Choose a new password',
        text: lines(
          'Somebody asked for a new password for your account with Common Thread.',
          'If it was you, open this page within an hour:',
          link,
          'If it was not you, do nothing: your password stays as it is.',
        ),
      };
    case 'already-registered':
      return {
        subject: 'You already have an account',
        text: lines(
          'Somebody tried to register with Common Thread with this e-mail address. It already has an account.',
          'If it was you, sign in. If you do not know your password any more, choose a new one here:',
          link,
          'If it was not you, do nothing: nothing was changed and the other person was told nothing.',
        ),
      };
    case 'password-changed':
      return {
        subject: 'Your password was changed',
        text: lines(
          'The password of your account with Common Thread was changed, and every device was signed out.',
          'If it was not you, choose a new password at once:',
          link,
        ),
      };
    case 'second-factor-on':
      return {
        subject: 'Signing in now needs a code',
        text: lines(
          'A second factor was set up for your account with Common Thread, and every other device was signed out.',
          'If it was not you, choose a new password at once and tell your administrator:',
          link,
        ),
      };
    case 'recovery-code-used':
      return {
        subject: 'A recovery code was used',
        text: lines(
          'Somebody signed in to your account with Common Thread with your password and a recovery code.',
          'If it was not you, choose a new password at once and tell your administrator:',
          link,
        ),
      };
  }
}

/** Paragraphs; addresses stand alone on a line. */
const lines = (...paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`;
