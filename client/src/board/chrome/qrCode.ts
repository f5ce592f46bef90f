import createQrCode from 'qrcode-generator';

/** A QR code as one path of unit squares. */
export interface QrCode {
  /** Modules along one side, the quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** Modules of free space around a code that readers need (ISO/IEC 18004, 9.1). */
const quietZone = 4;

/** The QR code of a text, at medium error correction: a link of ours stays readable from the back of a room. */
export function qrCodeOf(text: string): QrCode {
  const code = createQrCode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const path = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) =>
      code.isDark(row, column) ? `M${column + quietZone} ${row + quietZone}h1v1h-1z` : '',
    ).join(''),
  ).join('');
  return { size: count + 2 * quietZone, path };
}
