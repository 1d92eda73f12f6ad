/** Where an ONS postcode file says what; each is a column's place in the row. */
export interface OnsColumns {
  readonly postcode: number;
  readonly wardCode: number;
  readonly councilCode: number;
  /** What was found where more than one column would do, in plain words. */
  readonly notes: readonly string[];
}

/** ONS writes the year of the boundaries into the name: `wd25cd`, `lad26cd`. Older files have names without one. */
const WANTED = {
  postcode: { plain: ['pcds', 'pcd', 'pcd8', 'pcd7'], example: 'pcds' },
  wardCode: { plain: ['osward', 'ward'], dated: /^wd(\d\d)cd$/, example: 'wd25cd or osward' },
  councilCode: { plain: ['oslaua', 'laua'], dated: /^lad(\d\d)cd$/, example: 'lad25cd or oslaua' },
} as const;

/** @throws what `missing` makes of the name of a column that is not there */
export function onsColumns(header: readonly string[], missing: (name: string) => Error): OnsColumns {
  const names = header.map((name) => name.trim().toLowerCase());
  const notes: string[] = [];
  const find = (wanted: { plain: readonly string[]; dated?: RegExp; example: string }): number => {
    const dated = names.filter((name) => wanted.dated?.test(name)).toSorted(newestFirst);
    const [newest, ...older] = dated;
    if (newest && older.length > 0) notes.push(`${newest} was read; ${older.join(', ')} set aside as older.`);
    const name = newest ?? wanted.plain.find((plain) => names.includes(plain));
    if (name === undefined) throw missing(wanted.example);
    return names.indexOf(name);
  };
  return {
    postcode: find(WANTED.postcode),
    wardCode: find(WANTED.wardCode),
    councilCode: find(WANTED.councilCode),
    notes,
  };
}

const newestFirst = (one: string, other: string): number => yearIn(other) - yearIn(one);

/** ONS has dated its codes since the 1990s. */
function yearIn(name: string): number {
  const year = Number(/\d\d/.exec(name)?.[0]);
  return year >= 90 ? 1900 + year : 2000 + year;
}
