import { z } from "zod";
import type { Role } from "../../worksheets/contract/snapshot.ts";

/** Who a connection speaks for, as the server knows it; whatever the client says of itself is overwritten. */
export interface PresenceUser {
	id: string;
	name: string;
	role: Role;
}

const clockId = z.object({ client: z.int().min(0), clock: z.int().min(0) });
/** A Yjs relative position as JSON. */
const position = z.object({
	type: clockId.nullish(),
	tname: z.string().max(200).nullish(),
	item: clockId.nullish(),
	assoc: z.int().optional(),
});
const cursor = z.object({ anchor: position, head: position }).nullable().catch(null);
const colour = z
	.string()
	.regex(/^#[0-9a-f]{6}$/i)
	.optional()
	.catch(undefined);
const plain = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

const stateSchema = z.object({
	user: z.object({ color: colour }).catch({ color: undefined }),
	cursor: cursor.optional(),
});

/**
 * What the others get to see of a client's presence: its caret, plain values, and the server's word on who it is.
 * Null for anything that is no presence at all.
 */
export function stampPresence(json: string, user: PresenceUser): string | null {
	const raw = parseObject(json);
	if (raw === null) {
		return null;
	}
	const known = stateSchema.parse({ ...raw, user: raw.user ?? {} });
	const extras = Object.entries(raw).filter(
		([key, value]) => key !== "user" && key !== "cursor" && key !== "__proto__" && plain.safeParse(value).success,
	);
	return JSON.stringify({
		...Object.fromEntries(extras),
		...(known.cursor === undefined ? {} : { cursor: known.cursor }),
		user: { ...user, color: known.user.color },
	});
}

function parseObject(json: string): Record<string, unknown> | null {
	try {
		const value = z.record(z.string(), z.unknown()).safeParse(JSON.parse(json));
		return value.success ? value.data : null;
	} catch {
		// Not JSON: as good as no presence.
		return null;
	}
}
