import { describe, expect, it } from '@jest/globals';

import { readDisplayName } from './display-name.js';

describe('readDisplayName', () => {
  it.each([
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Zoe\u0308', 'Zoë'],
    ['李小龙', '李小龙'],
    ['محمد', 'محمد'],
    ['Council estate gardener', 'Council estate gardener'],
    ['Jo 🌻', 'Jo 🌻'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['علی\u200Cرضا محمدی', 'علی\u200Cرضا محمدی'],
    ['ශ්\u200Dරී ලාල්', 'ශ්\u200Dරී ලාල්'],
    ['Ada\u202Eecila', 'Adaecila'],
    ['Ada\u200BLovelace', 'AdaLovelace'],
    ['Ada\nLovelace', 'Ada Lovelace'],
    ['mod\u200Cest', 'modest'],
  ])('keeps %j', (entered, kept) => {
    expect(readDisplayName(entered)).toBe(kept);
  });

  it.each([
    ['x', 'length'],
    ['', 'length'],
    ['12345', 'length'],
    ['x'.repeat(61), 'length'],
    ['Ada\u0000', 'unseen'],
    ['Ada\u3164', 'unseen'],
    [`Z${'\u0335'.repeat(8)}algo`, 'unseen'],
    ['pills.shop', 'link'],
    ['Ada www.ada.example', 'link'],
    ['http://ada.example', 'link'],
    ['Moderator', 'reserved'],
    ['M o d e r a t o r', 'reserved'],
    ['the moderator team', 'reserved'],
    ['Мoderаtor', 'reserved'],
    ['rnoderator', 'reserved'],
    ['mod\u200Derator', 'reserved'],
    ['\u2800\u2800\u2800', 'length'],
    ['Ｍｏｄｅｒａｔｏｒ', 'reserved'],
    ['Counci1 0fficer', 'reserved'],
    ['COUNCIL-OFFICER Jo', 'reserved'],
    ['Соunсіl Оffісеr', 'reserved'],
  ])('refuses %j as %s', (entered, what) => {
    expect(readDisplayName(entered)).toMatchObject({
      field: 'displayName',
      code: `identity.display-name-${what}`,
    });
  });
});
