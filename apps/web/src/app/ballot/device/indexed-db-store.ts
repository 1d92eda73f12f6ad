const DATABASE = 'ct-ballot';
const TABLE = 'kept';

/** One table of one IndexedDB database. Writes wait for the disk: a vote must survive a crash right after. */
export class IndexedDbStore {
  private opened: Promise<IDBDatabase> | null = null;

  async get<T>(key: string): Promise<T | undefined> {
    return (await this.run('readonly', (table) => table.get(key))) as T | undefined;
  }

  async put(key: string, value: unknown): Promise<void> {
    await this.run('readwrite', (table) => table.put(value, key));
  }

  async delete(key: string): Promise<void> {
    await this.run('readwrite', (table) => table.delete(key));
  }

  async keys(): Promise<readonly string[]> {
    return (await this.run('readonly', (table) => table.getAllKeys())).map(String);
  }

  private async run<T>(mode: IDBTransactionMode, act: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await (this.opened ??= open(() => (this.opened = null)));
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(TABLE, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('nothing was kept'));
    });
  }
}

/** `gone`: the database was given up because the device is being wiped. */
function open(gone: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => {
        database.close();
        gone();
      };
      resolve(database);
    };
    request.onerror = () => reject(request.error ?? new Error('this browser keeps nothing'));
  });
}
