import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { OpenFile, StoredFile } from '../attachment.js';
import { FileStore } from './file-store.js';

/** A folder on disk: `FOLDER/ab/abcd…/800.webp`. */
export class FolderStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  async write(id: string, { name, content }: StoredFile): Promise<void> {
    const folder = this.folderOf(id);
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `.${randomUUID()}`);
    const file = await open(unfinished, 'wx', 0o640);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, name));
  }

  async read(id: string, name: string): Promise<OpenFile | undefined> {
    const file = await open(join(this.folderOf(id), name)).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return undefined;
      throw fault;
    });
    return file && { content: file.createReadStream(), bytes: (await file.stat()).size };
  }

  async remove(id: string): Promise<void> {
    await rm(this.folderOf(id), { recursive: true, force: true });
  }

  private folderOf(id: string): string {
    return join(this.root, id.slice(0, 2), id);
  }
}
