import { strToU8, zipSync } from "fflate";
import sharp from "sharp";

/** Files as people would upload them, made here: small, and each of the type it says it is. */

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

export const PDF = own(strToU8("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"));

/** OpenDocument says what it is in its first entry. */
export function openDocument(kind: "text" | "spreadsheet" | "presentation"): Uint8Array<ArrayBuffer> {
	const mimetype = strToU8(`application/vnd.oasis.opendocument.${kind}`);
	return own(zipSync({ mimetype: [mimetype, { level: 0 }], "content.xml": strToU8("<office/>") }));
}

const OFFICE = {
	docx: "wordprocessingml.document",
	xlsx: "spreadsheetml.sheet",
	pptx: "presentationml.presentation",
	docm: "wordprocessingml.document",
} as const;

/** Office Open XML says it in its list of content types. */
export function officeFile(kind: keyof typeof OFFICE): Uint8Array<ArrayBuffer> {
	const type =
		kind === "docm"
			? "application/vnd.ms-word.document.macroEnabled"
			: `application/vnd.openxmlformats-officedocument.${OFFICE[kind]}`;
	const types = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}.main+xml"/></Types>`;
	return own(zipSync({ "[Content_Types].xml": strToU8(types), "main.xml": strToU8("<x/>") }));
}

/** A picture that knows where and with what it was taken. */
export async function picture(
	format: "png" | "jpeg" | "webp",
	{ width = 64, height = 48, words = "" } = {},
): Promise<Uint8Array<ArrayBuffer>> {
	const blank = sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 160 } } });
	const told = blank.withExif({
		IFD0: { Make: "Kamerahersteller", ImageDescription: words || "Beschreibung" },
		IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 3/1 3242/100", GPSLongitudeRef: "E" },
	});
	return own(await told[format]().toBuffer());
}
