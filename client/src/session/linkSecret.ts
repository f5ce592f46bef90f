/** The secret in the address bar's fragment, or null when the address carries none. */
export function secretOfFragment(hash: string): string | null {
  const secret = hash.replace(/^#/u, '').trim();
  return /^[A-Za-z0-9_-]{1,128}$/u.test(secret) ? secret : null;
}

/** The same address without its fragment, for `history.replaceState`: the secret stays out of screenshots and bookmarks. */
export function withoutFragment(location: { readonly pathname: string; readonly search: string }): string {
  return `${location.pathname}${location.search}`;
}
