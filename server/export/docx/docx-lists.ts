import type { ListPlace } from "./docx-text.ts";

/** Word counts nine levels of lists; what lies deeper stays on the last. */
const DEEPEST = 8;
/** In twentieths of a point, for each level. */
export const INDENT = 400;
/** All bullets are of one list: they have nothing to count. */
const BULLETS = 1;

export interface Lists {
	/** Where the items of a new list stand. */
	begin(ordered: boolean, level: number): ListPlace;
	/** What the document has to say of its lists. */
	xml(): string;
}

/** Each ordered list is one of its own, so that its numbers begin at one. */
export function createLists(): Lists {
	const ordered: ListPlace[] = [];
	return {
		begin(isOrdered, level) {
			const place = { id: isOrdered ? BULLETS + 1 + ordered.length : BULLETS, level: Math.min(level, DEEPEST) };
			if (isOrdered) ordered.push(place);
			return place;
		},
		xml: () =>
			`${levels(0, "bullet", () => "•")}${levels(1, "decimal", (level) => `%${level + 1}.`)}` +
			`<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>${ordered.map(counted).join("")}`,
	};
}

function counted({ id, level }: ListPlace): string {
	const start = `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`;
	return `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/>${start}</w:num>`;
}

function levels(id: number, format: string, sign: (level: number) => string): string {
	const all = Array.from(
		{ length: DEEPEST + 1 },
		(_, level) =>
			`<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign(level)}"/>` +
			`<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${INDENT * (level + 1)}" w:hanging="${INDENT}"/></w:pPr></w:lvl>`,
	);
	return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${all.join("")}</w:abstractNum>`;
}
