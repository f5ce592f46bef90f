import { monthNames, weekdayNames } from './calendarWords.ts';

const numeric = [
  // 2027-03-31, 2027/03, 31.3.2027, 31/3/27, 31.3.
  /\b20\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?\b/giu,
  /\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d{2}\b/giu,
  /\b\d{1,2}\.\s?\d{1,2}\.(?!\d)/giu,
  // Q3, Q3 2027, H1, week 12, year 2027
  /\b[QH][1-4](?:[\s/-]?(?:20)?\d{2})?\b/giu,
  /\b(?:week|kw)\s?\d{1,2}\b/giu,
  /\b20\d{2}\b/gu,
  // in six months, within 30 days
  /\b(?:in|within|after)\s+(?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:days?|weeks?|months?|quarters?|years?)\b/giu,
  /\b(?:today|tomorrow|tonight|(?:this|next|end of(?: the)?)\s+(?:week|month|quarter|year))\b/giu,
];

const months = anyOf(monthNames);
const weekdays = anyOf(weekdayNames);
const near = String.raw`\d{1,2}(?:st|nd|rd|th)?\.?`;
const worded = [
  // 31 March 2027, March 31, by March: a month alone may be another word ("may")
  new RegExp(String.raw`(?<!\p{L})(?:${near}\s*(?:of\s+|de\s+)?)(?:${months})(?!\p{L})\.?`, 'giu'),
  new RegExp(String.raw`(?<!\p{L})(?:${months})\.?\s*(?:${near}|20\d{2})(?!\d)`, 'giu'),
  new RegExp(
    String.raw`(?<!\p{L})(?:by|until|till|before|in|end of|mid|early|late|bis|ende|vor|avant|fin)\s+(?:${months})(?!\p{L})`,
    'giu',
  ),
  new RegExp(String.raw`(?<!\p{L})(?:${weekdays})(?!\p{L})`, 'giu'),
];

/** Whether a text names a day, month, quarter or year, or a time from now. */
export function namesDate(text: string): boolean {
  return withoutDates(text) !== text;
}

/** A text without the dates in it. */
export function withoutDates(text: string): string {
  return [...worded, ...numeric].reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}

/** The longest first, so that a short name does not match the beginning of a long one. */
function anyOf(names: readonly string[]): string {
  return names.toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1)).join('|');
}
