/** Characters that some file systems do not take in a name. */
const forbidden = /[\\/:*?"<>|\p{Cc}]+/gu;

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(forbidden, ' ').trim();
  link.click();
  URL.revokeObjectURL(url);
}
