/** Points of PDF in a CSS px (1/72 against 1/96 inch), and the longest side that readers take (ISO 32000-1, annex C.2). */
const pointsPerPx = 0.75;
const maxPoints = 14_400;

/**
 * A PDF of one page that is the picture. PDF holds a JPEG as it is (ISO 32000-1, 7.4.8), so these few objects are the whole file;
 * the libraries that write PDF weigh more than the rest of the board's page. `width` and `height` are CSS px of the picture.
 */
export function jpegAsPdf(
  jpeg: Uint8Array,
  { width, height, title }: { readonly width: number; readonly height: number; readonly title: string },
): Uint8Array<ArrayBuffer> {
  const pixels = sizeOfJpeg(jpeg);
  const scale = Math.min(pointsPerPx, maxPoints / Math.max(width, height));
  const [w, h] = [round(width * scale), round(height * scale)];
  const draw = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`;
  const file = new PdfFile();
  file.object('<< /Type /Catalog /Pages 2 0 R >>');
  file.object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  file.object(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>`,
  );
  file.object(
    `<< /Type /XObject /Subtype /Image /Width ${pixels.width} /Height ${pixels.height} /ColorSpace /DeviceRGB ` +
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
    jpeg,
  );
  file.object(`<< /Length ${draw.length} >>`, new TextEncoder().encode(draw));
  file.object(`<< /Title ${textString(title)} /Producer (Common Ground) >>`);
  return file.end(6);
}

/** Objects one behind the other, and where each begins. */
class PdfFile {
  private readonly parts: Uint8Array[] = [];
  private readonly offsets: number[] = [];
  private length = 0;

  constructor() {
    // The bytes above 127 tell whoever copies the file that it is not text.
    this.write('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
  }

  object(dictionary: string, stream?: Uint8Array): void {
    this.offsets.push(this.length);
    this.write(`${this.offsets.length} 0 obj\n${dictionary}\n`);
    if (stream !== undefined) {
      this.write('stream\n');
      this.add(stream);
      this.write('\nendstream\n');
    }
    this.write('endobj\n');
  }

  end(infoObject: number): Uint8Array<ArrayBuffer> {
    const start = this.length;
    const rows = this.offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const size = this.offsets.length + 1;
    this.write(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`);
    this.write(
      `trailer\n<< /Size ${size} /Root 1 0 R /Info ${infoObject} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    );
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  private write(latin1: string): void {
    this.add(Uint8Array.from(latin1, (char) => char.codePointAt(0) ?? 0));
  }

  private add(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}

/** Any text, as UTF-16 in hex (ISO 32000-1, 7.9.2.2). */
function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `<FEFF${units.map((unit) => unit.toString(16).padStart(4, '0').toUpperCase()).join('')}>`;
}

/** Pixels of a JPEG, from its frame header (ITU T.81, B.2.2). Throws for what is none. */
function sizeOfJpeg(jpeg: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 9 < jpeg.length) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  throw new Error('This is no JPEG.');
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
