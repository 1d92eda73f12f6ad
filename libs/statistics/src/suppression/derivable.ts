import { type Cell, type Hidden, type Table, valueAt } from './table.js';

/** What an outsider can work out of a hidden cell: whole numbers, both ends included. */
export interface Derivable {
  readonly low: number;
  readonly high: number;
}

/**
 * Exactly what follows for one hidden cell from everything shown, row and column totals among it.
 *
 * A hidden cell can grow only as far as other hidden cells give way around a closed path: a greatest flow
 * between its column and its row, in which each hidden cell may be raised without limit and lowered to 0.
 *
 * Source: the bounds of a two-way table with given margins by maximum flow (Gusfield 1988).
 */
export function derivable(table: Table, hidden: Hidden, cell: Cell): Derivable {
  const value = valueAt(table, cell);
  const network = new Network(table, hidden, cell);
  return {
    low: value - network.flow('row-to-column', value),
    high: value + network.flow('column-to-row', Infinity),
  };
}

/** Rows are the first nodes, columns follow. Capacities left from one node to another. */
class Network {
  private readonly rows: number;
  private readonly nodes: number;
  private readonly full: Float64Array;

  constructor(
    table: Table,
    hidden: Hidden,
    private readonly without: Cell,
  ) {
    this.rows = table.length;
    this.nodes = this.rows + (table[0]?.length ?? 0);
    this.full = new Float64Array(this.nodes * this.nodes);
    for (const cell of hidden.cells()) {
      if (cell.row === without.row && cell.column === without.column) continue;
      const column = this.rows + cell.column;
      this.full[cell.row * this.nodes + column] = Infinity;
      this.full[column * this.nodes + cell.row] = valueAt(table, cell);
    }
  }

  /** Shortest paths first (Edmonds and Karp); stops once `enough` flows. */
  flow(direction: 'row-to-column' | 'column-to-row', enough: number): number {
    const ends = [this.without.row, this.rows + this.without.column] as const;
    const [source, sink] = direction === 'row-to-column' ? ends : [ends[1], ends[0]];
    const left = this.full.slice();
    let total = 0;
    while (total < enough) {
      const cameFrom = this.shortestPath(left, source, sink);
      if (!cameFrom) break;
      let most = enough - total;
      this.walkBack(cameFrom, sink, (at) => (most = Math.min(most, left[at.along] ?? 0)));
      this.walkBack(cameFrom, sink, (at) => {
        left[at.along] = (left[at.along] ?? 0) - most;
        left[at.against] = (left[at.against] ?? 0) + most;
      });
      total += most;
    }
    return total;
  }

  private shortestPath(left: Float64Array, source: number, sink: number): Int16Array | null {
    const cameFrom = new Int16Array(this.nodes).fill(-1);
    cameFrom[source] = source;
    const queue = [source];
    for (const node of queue) {
      for (let next = 0; next < this.nodes; next++) {
        if (cameFrom[next] !== -1 || !((left[node * this.nodes + next] ?? 0) > 0)) continue;
        cameFrom[next] = node;
        if (next === sink) return cameFrom;
        queue.push(next);
      }
    }
    return null;
  }

  private walkBack(
    cameFrom: Int16Array,
    sink: number,
    visit: (arc: { readonly along: number; readonly against: number }) => void,
  ): void {
    for (let node = sink; cameFrom[node] !== node; node = cameFrom[node] ?? node) {
      const before = cameFrom[node] ?? node;
      visit({ along: before * this.nodes + node, against: node * this.nodes + before });
    }
  }
}
