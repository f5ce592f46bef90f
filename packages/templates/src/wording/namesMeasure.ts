import { withoutDates } from './dateParts.ts';

/** Numbers in words, as people write small ones; `one` is left out, since it is mostly no number ("no one"). */
const numberWord =
  /(?<!\p{L})(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred|thousand|million|half|double|twice|triple|quarter of|third of|percent|per cent)(?!\p{L})/iu;

/** Whether a text says how something is measured: a number or share that is no date. */
export function namesMeasure(text: string): boolean {
  const rest = withoutDates(text);
  return /[\p{N}%‰€$£]/u.test(rest) || numberWord.test(rest);
}
