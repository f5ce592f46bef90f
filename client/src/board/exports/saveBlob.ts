/** Characters that some file systems do not take in a name. */
const forbidden = /[\\/:*?"<>|\p{Cc}]+/gu;

/** Hands something to the browser as a file to keep. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(forbidden, ' ').replace(/\s+/g, ' ').trim();
  link.click();
  URL.revokeObjectURL(url);
}
