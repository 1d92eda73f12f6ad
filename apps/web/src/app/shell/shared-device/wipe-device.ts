/** The ballot's own database, for browsers that do not list theirs. */
const KNOWN = ['ct-ballot'];

/** Takes everything this site has kept in this browser off it: databases, storage of the site and of the tab, caches. */
export async function wipeDevice(): Promise<void> {
  sessionStorage.clear();
  localStorage.clear();
  const listed = await indexedDB.databases?.().catch(() => []);
  const names = new Set([...KNOWN, ...(listed ?? []).flatMap(({ name }) => name ?? [])]);
  await Promise.all([...names].map(deleteDatabase));
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
}

/** Its own pages close a database that is to go; another tab that does not is waited for. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`the database ${name} was not deleted`));
  });
}
