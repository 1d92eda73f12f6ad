/** A real election of another city, shown for its count. The demonstration's invented one belongs to this place. */
export const heldElsewhere = ({ imported, invented }: { imported: boolean; invented: boolean }): boolean =>
  imported && !invented;
