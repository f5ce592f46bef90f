/** Where to look for the largest number that fits. */
export interface SearchRange {
  readonly first: number;
  readonly most: number;
  /** Tries between the largest that fitted and the smallest that did not. */
  readonly refinements: number;
}

/**
 * The largest number found to fit: doubles from the first until one does not, then halves the gap a few times.
 * 0 when none of those tried fitted.
 */
export async function findMost(
  { first, most, refinements }: SearchRange,
  fits: (count: number) => Promise<boolean>,
): Promise<number> {
  let [largest, tooMany] = [0, first];
  while (await fits(tooMany)) {
    largest = tooMany;
    if (largest === most) return most;
    tooMany = Math.min(most, tooMany * 2);
  }
  for (let left = refinements; left > 0; left -= 1) {
    const middle = Math.round((largest + tooMany) / 2);
    if (middle === largest || middle === tooMany) break;
    if (await fits(middle)) largest = middle;
    else tooMany = middle;
  }
  return largest;
}
