import QRCode from "qrcode";

/** A QR code as SVG, black on white with its quiet zone, so that it scans in a dark theme and on paper alike. */
export function qrSvg(text: string): Promise<string> {
	return QRCode.toString(text, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
}
