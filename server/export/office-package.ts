import { escaped } from "./xml-text.ts";

/** What every file of Office Open XML has around its own parts, be it a document or a workbook. */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The same file for the same report. */
export const WRITTEN = new Date(1980, 0, 2);

/** The whole of a file, by path: where its main part is, what kind of part each is, and what it is called. */
export function packageParts(
	main: string,
	types: readonly (readonly [path: string, type: string])[],
	title: string,
	tag: string,
): Record<string, string> {
	return {
		"[Content_Types].xml": `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${[
			'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
			'<Default Extension="xml" ContentType="application/xml"/>',
			...[...types, ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"] as const].map(
				([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`,
			),
		].join("")}</Types>`,
		"_rels/.rels": relations([
			[`${OFFICE}/officeDocument`, main],
			[`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
		]),
		"docProps/core.xml":
			`${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
			'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
			`<dc:title>${escaped(title)}</dc:title><dc:creator>Arena</dc:creator><dc:language>${tag}</dc:language>` +
			"</cp:coreProperties>",
	};
}

/** In which language and country's manner words are checked and numbers written. */
export function languageTag(language: string): string {
	return language === "de" ? "de-DE" : "en-GB";
}

/** Named rId1 and so on, in this order. */
export function relations(targets: readonly (readonly [type: string, target: string])[]): string {
	const all = targets.map(
		([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
	);
	return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}
