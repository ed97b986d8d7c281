import * as z from "zod/mini";

/** Which part of what they may take home somebody asks for: one file each, in every format. */
export type ResultPart =
	| { kind: "all" }
	/** What was counted of the people who named the same organisation. */
	| { kind: "unit"; unit: string }
	| { kind: "group"; group: string }
	/** The participant's own sheets. */
	| { kind: "own" }
	| { kind: "measures" }
	/** A paper that a body can decide on; `body` as the measures name it, null for none in particular. */
	| { kind: "decision"; body: string | null };

export const resultPartSchema = z.object({
	unit: z.optional(z.string()),
	group: z.optional(z.string()),
	part: z.optional(z.enum(["own", "measures", "decision"])),
	body: z.optional(z.string()),
});

/** The part that an address asks for by its query; null where it asks for none there is, or for several at once. */
export function readResultPart(query: unknown): ResultPart | null {
	const parsed = resultPartSchema.safeParse(query);
	if (!parsed.success) return null;
	const { unit, group, part, body } = parsed.data;
	if ([unit, group, part].filter((asked) => asked !== undefined).length > 1) return null;
	if (body !== undefined && part !== "decision") return null;
	if (unit !== undefined) return { kind: "unit", unit };
	if (group !== undefined) return { kind: "group", group };
	if (part === undefined) return { kind: "all" };
	return part === "decision" ? { kind: part, body: body ?? null } : { kind: part };
}

/** The query of a part's address, with its question mark; empty for the whole. */
export function resultPartQuery(part: ResultPart): string {
	const query = new URLSearchParams(entriesOf(part)).toString();
	return query === "" ? "" : `?${query}`;
}

function entriesOf(part: ResultPart): Record<string, string> {
	switch (part.kind) {
		case "all":
			return {};
		case "unit":
			return { unit: part.unit };
		case "group":
			return { group: part.group };
		case "decision":
			return { part: part.kind, ...(part.body === null ? {} : { body: part.body }) };
		default:
			return { part: part.kind };
	}
}
