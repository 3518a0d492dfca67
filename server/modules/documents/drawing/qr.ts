/** A QR code as vectors. */
import QRCode from 'qrcode';

/** Draws the code in a square; error correction M survives a fold and a stamp. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, place: { x: number; y: number; size: number }): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = place.size / modules.size;
  doc.save();
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      if (!modules.get(row, from)) continue;
      let to = from;
      while (to + 1 < modules.size && modules.get(row, to + 1)) to += 1;
      // Rows overlap by a hair, or readers show white lines between them.
      doc.rect(place.x + from * side, place.y + row * side, (to - from + 1) * side, side + 0.04);
      from = to;
    }
  }
  doc.fill('#000');
  doc.restore();
}
