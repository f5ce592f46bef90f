/** A box, px. */
export interface PlainBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Free space around the notes of a cluster and between them, px. */
export const clusterGap = 16;
/** More than this stand in no row: a cluster is to be taken in at a glance. */
const mostAcross = 3;

/** Where the notes of a cluster stand in its frame, in their order, and how large the frame is. */
export interface ClusterPlan {
  readonly w: number;
  readonly h: number;
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

/** Lays notes in rows, about as many across as down and no wider than the room, each row as high as its highest note. */
export function layCluster(
  sizes: readonly Pick<PlainBox, 'w' | 'h'>[],
  roomW = Number.POSITIVE_INFINITY,
): ClusterPlan {
  const columnW = Math.max(0, ...sizes.map(({ w }) => w));
  const fitting = Math.max(1, Math.floor((roomW - clusterGap) / (columnW + clusterGap)));
  const across = Math.min(mostAcross, fitting, Math.ceil(Math.sqrt(sizes.length)));
  const places: { x: number; y: number }[] = [];
  let y = clusterGap;
  for (let first = 0; first < sizes.length; first += across) {
    const row = sizes.slice(first, first + across);
    for (const index of row.keys()) places.push({ x: clusterGap + index * (columnW + clusterGap), y });
    y += Math.max(...row.map(({ h }) => h)) + clusterGap;
  }
  return { w: clusterGap + across * (columnW + clusterGap), h: y, places };
}
