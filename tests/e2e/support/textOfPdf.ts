import { extractText, getDocumentProxy } from 'unpdf';

/** All words of a PDF in their order, with single spaces between them. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/gu, ' ');
}
