import { renderSVG } from 'uqr';

/** A QR code of a text as the address of a picture: dark on white in every theme, since a camera reads it. */
export const qrImage = (text: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(text, { ecc: 'M', border: 2 }))}`;
