/** Name of the cache that holds the page and its files. */
export const pageCacheName = 'common-ground-page';

/** Files whose name carries a hash of their content: the client's own, and images on boards. */
export function isKeptForEver({ pathname }: { readonly pathname: string }): boolean {
  return pathname.startsWith('/assets/') || /^\/api\/boards\/[^/]+\/assets\/[^/]+$/.test(pathname);
}
