import { escaped } from "../xml-text.ts";

/** Paragraphs of a Word document. Whatever text comes in is escaped here and nowhere else, and ends up between `<w:t>`. */

export interface Letters {
	bold?: boolean;
	italic?: boolean;
}

export interface Shape {
	/** Of `docx-styles.ts`. */
	style?: string;
	/** On one page with what follows. */
	keepNext?: boolean;
	list?: ListPlace;
	/** In twentieths of a point. */
	indent?: number;
}

export interface ListPlace {
	/** Of `docx-lists.ts`. */
	id: number;
	level: number;
}

/** A paragraph around runs. */
export function paragraph(runs: string, shape: Shape = {}): string {
	return `<w:p>${properties(shape)}${runs}</w:p>`;
}

/** Lines as the person wrote them. */
export function run(text: string, { bold = false, italic = false }: Letters = {}): string {
	if (text === "") return "";
	const letters = `${bold ? "<w:b/><w:bCs/>" : ""}${italic ? "<w:i/><w:iCs/>" : ""}`;
	const said = escaped(text)
		.split(/([\n\t])/)
		.map(piece)
		.join("");
	return `<w:r>${letters === "" ? "" : `<w:rPr>${letters}</w:rPr>`}${said}</w:r>`;
}

function piece(text: string): string {
	if (text === "\n") return "<w:br/>";
	if (text === "\t") return "<w:tab/>";
	return text === "" ? "" : `<w:t xml:space="preserve">${text}</w:t>`;
}

/** The order of its parts is the format's. */
function properties({ style, keepNext = false, list, indent = 0 }: Shape): string {
	const parts = [
		style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
		keepNext ? "<w:keepNext/>" : "",
		list === undefined ? "" : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`,
		indent === 0 ? "" : `<w:ind w:left="${indent}"/>`,
	].join("");
	return parts === "" ? "" : `<w:pPr>${parts}</w:pPr>`;
}
