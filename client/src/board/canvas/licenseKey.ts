/** tldraw's licence key as the server was given it (`TLDRAW_LICENSE_KEY`), for the Tldraw component; nothing without one. */
export function licenseKey(): { licenseKey?: string } {
  const key = document.querySelector('meta[name="tldraw-license-key"]')?.getAttribute('content');
  return key === null || key === undefined ? {} : { licenseKey: key };
}
