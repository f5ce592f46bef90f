/** Loads the page anew, with whatever version of it the server has now. */
export function reloadPage(): void {
  window.location.reload();
}
