import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 960;
const HEIGHT = 640;

type Colour = readonly [number, number, number];
const SKIES: readonly Colour[] = [
  [188, 214, 230],
  [231, 214, 190],
  [205, 222, 210],
];
const GROUND: Colour = [108, 138, 92];
const BRICK: Colour = [168, 92, 70];
const ROOF: Colour = [84, 74, 78];

/** A plain drawing of houses under a sky, another for each seed: stands where a photo would, and shows no real place. */
export function drawnPicture(seed: number): Blob {
  const sky = SKIES[seed % SKIES.length] as Colour;
  const houses = Array.from({ length: 4 }, (_, n) => ({
    left: 60 + n * 225 + ((seed * 37 + n * 53) % 60),
    wide: 120 + ((seed * 17 + n * 29) % 60),
    high: 150 + ((seed * 23 + n * 41) % 120),
  }));
  const at = (x: number, y: number): Colour => {
    const floor = HEIGHT - 170;
    if (y > floor) return GROUND;
    for (const { left, wide, high } of houses) {
      const [within, up] = [x - left, floor - y];
      if (within < 0 || within > wide) continue;
      if (up <= high) return BRICK;
      const slope = (wide / 2 - Math.abs(within - wide / 2)) * 0.8;
      if (up - high < slope) return ROOF;
    }
    return sky;
  };
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows.set(at(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  }
  return new Blob([new Uint8Array(png(rows))], { type: 'image/png' });
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
