import { computed, DOCUMENT, inject, Injectable, InjectionToken, signal } from '@angular/core';
import { Session } from '../session/session.js';
import { SharedMark } from './shared-mark.js';
import { wipeDevice } from './wipe-device.js';

/** Leaves the document for an address, so that nothing in memory and no page to go back to is left. */
export const LEAVE = new InjectionToken<(url: string) => void>('leave', {
  providedIn: 'root',
  factory: () => {
    const { body, defaultView } = inject(DOCUMENT);
    return (url) => {
      // A browser may keep the page it leaves as it looked: an empty one.
      body.replaceChildren();
      defaultView?.location.replace(url);
    };
  },
});

export const WIPE = new InjectionToken('wipe', { providedIn: 'root', factory: () => wipeDevice });

/** Why a device was wiped: somebody finished, or was gone. */
export type Wiped = 'done' | 'idle';

/**
 * A device that several people use after one another, at a stall or in a library: between two of them everything is
 * wiped, by a button or after idle time.
 */
@Injectable({ providedIn: 'root' })
export class SharedDevice {
  private readonly session = inject(Session);
  private readonly leave = inject(LEAVE);
  private readonly wipeAll = inject(WIPE);
  private readonly mark = inject(SharedMark);

  readonly on = computed(() => this.home() !== null);
  /** Path of the page where each person begins. */
  readonly home = this.mark.home;
  /** Whether a wipe now would lose what cannot be had again: a pass or a sealed vote that is not in the ballot box yet. */
  readonly held = signal(false);

  /** Begins the mode on a clean device. `home`: path of the start page, where the reader is. */
  async begin(home: string): Promise<void> {
    await this.clean();
    this.mark.set(home);
  }

  /** Wipes everything and shows the start page, which says so. */
  async wipe(why: Wiped): Promise<void> {
    const home = this.home() ?? '/';
    const signedOut = await this.clean();
    this.mark.set(home);
    this.leave(`${home}?clean=${why}${signedOut ? '' : '&session=left'}`);
  }

  /** Once the document of the last voter is gone: what its pages still wrote while they were left goes too. */
  async wipeRest(): Promise<void> {
    const home = this.home();
    await this.wipeAll();
    this.mark.set(home);
  }

  /** The device is nobody's stall any more. */
  async end(): Promise<void> {
    await this.clean();
    this.mark.set(null);
  }

  /** Without a connection the session is forgotten here all the same. @returns whether the server forgot it too */
  private async clean(): Promise<boolean> {
    const signedOut = this.session.me() === null || (await this.session.signOut().then(yes, no));
    await this.wipeAll();
    return signedOut;
  }
}

const yes = (): boolean => true;
const no = (): boolean => false;
