import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      port: 4200,
      host: '127.0.0.1',
      apiUrl: 'http://127.0.0.1:3000',
      urnUrl: null,
      publicUrl: 'http://127.0.0.1:4200',
      mapTilesUrl: null,
      production: false,
    });
  });

  it('names every fault at once', () => {
    const read = () =>
      readConfig({ PORT: 'x', API_URL: 'ftp://api', MAP_TILES_URL: 'https://tiles.example/{z}' });

    expect(read).toThrow(/PORT.*\n.*API_URL.*\n.*MAP_TILES_URL/);
  });

  it('drops the slash at the end of an address', () => {
    expect(readConfig({ API_URL: 'http://api:3000/' }).apiUrl).toBe('http://api:3000');
  });
});
