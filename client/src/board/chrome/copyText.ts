/**
 * Puts a text on the clipboard and says whether that worked. The clipboard's own interface exists on https and
 * localhost only, and a server in a meeting room may be reached by plain http: there the field's text is selected
 * and copied the old way.
 */
export async function copyText(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return field !== null && document.execCommand('copy');
  }
}
