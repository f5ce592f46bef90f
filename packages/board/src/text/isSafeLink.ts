/** Schemes a link in text may have; anything else is taken off when it is read. */
const linkScheme = /^(https?|mailto):/i;

/** Whether a link in a text leads to the web or to mail, and not to a script. */
export function isSafeLink(href: unknown): href is string {
  return typeof href === 'string' && linkScheme.test(href);
}
