/** A name of any writing direction, kept from turning the sentence around it (Unicode isolates, UAX 9). */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
