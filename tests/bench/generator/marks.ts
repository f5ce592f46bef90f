/** Every edit carries a mark that says whose it is and which, so that a reader finds it whatever the protocol. */
export const marksPerWriter = 1_000_000;

const sign = 0x7e;
const writerDigits = 3;
const seqDigits = 6;
const markBytes = 1 + writerDigits + seqDigits;

/** `~` and nine digits: the writer (below 1,000) and the number of its edit (below a million). */
export function markOf(writer: number, seq: number): string {
  return `~${String(writer).padStart(writerDigits, '0')}${String(seq).padStart(seqDigits, '0')}`;
}

/** Finds all marks in a message, in the order they stand there. */
export function forEachMark(message: Buffer, onMark: (writer: number, seq: number) => void): void {
  let at = message.indexOf(sign);
  while (at >= 0) {
    const digits = readDigits(message, at + 1);
    if (digits >= 0) onMark(Math.floor(digits / marksPerWriter), digits % marksPerWriter);
    at = message.indexOf(sign, at + (digits >= 0 ? markBytes : 1));
  }
}

/** The nine digits as a number; -1 when something else stands there. */
function readDigits(message: Buffer, from: number): number {
  if (from + markBytes - 1 > message.length) return -1;
  let value = 0;
  for (let index = from; index < from + markBytes - 1; index += 1) {
    const digit = (message[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
