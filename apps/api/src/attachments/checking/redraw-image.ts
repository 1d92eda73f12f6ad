import sharp, { type Sharp } from 'sharp';

import { type StoredFile, WIDTHS } from '../attachment.js';
import { FileRefused } from '../attachments.errors.js';

/** More than any phone takes by default; decoded, four bytes each. */
const MOST_PIXELS = 50_000_000;
const SECONDS = 20;

// One picture at a time on one thread, nothing kept: the memory a hostile upload can take has a ceiling.
sharp.cache(false);
sharp.concurrency(1);
// Only the three decoders we mean to use exist: no SVG, no PDF, no TIFF, whatever a file claims to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

export interface Redrawn {
  /** Of the largest, pixels. */
  readonly width: number;
  readonly height: number;
  readonly files: readonly StoredFile[];
}

/**
 * Draws a picture anew in every width. Nothing of the file survives but its pixels: no EXIF, no place it was taken
 * at, no comment, no thumbnail, nothing hidden behind the end of the picture.
 *
 * @throws FileRefused when it cannot be read, or has more pixels than we take
 */
export async function redrawImage(bytes: Buffer): Promise<Redrawn> {
  await mustBeOfOurSize(bytes);
  try {
    const files: StoredFile[] = [];
    for (const width of WIDTHS) {
      const content = await drawn(bytes, width).webp({ quality: 80, effort: 3 }).toBuffer();
      files.push({ name: `${width}.webp`, content });
    }
    const { data: content, info } = await drawn(bytes, 1600)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    files.push({ name: '1600.jpg', content });
    return { width: info.width, height: info.height, files };
  } catch {
    throw unreadable();
  }
}

/** The size is read from the header alone, before anything is decoded. */
async function mustBeOfOurSize(bytes: Buffer): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw unreadable();
    });
  if (width * height > MOST_PIXELS)
    throw new FileRefused(
      'attachment.too-many-pixels',
      'The picture is too large: at most 50 megapixels. Make it smaller, or take a screenshot of it.',
    );
}

function drawn(bytes: Buffer, width: number): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
}

function unreadable(): FileRefused {
  return new FileRefused('attachment.unreadable', 'The picture is damaged and cannot be read.');
}
