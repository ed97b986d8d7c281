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
const cursor = z.object({ anchor: position, head: position }).nullable().catch(null).optional();
const colour = z
	.string()
	.regex(/^#[0-9a-f]{6}$/i)
	.optional()
	.catch(undefined);
const plain = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

const object = z.record(z.string(), z.unknown());
const userSchema = z.object({ color: colour }).catch({ color: undefined });

const ID = String.raw`\{"client":\d{1,15},"clock":\d{1,15}\}`;
const PLACE = String.raw`\{"type":(?:null|${ID}),"tname":(?:null|"[\w/-]{0,200}"),"item":(?:null|${ID}),"assoc":-?\d{1,9}\}`;
/** A state's end from the caret on, as editors write it: exactly what the schema lets through unchanged. */
const CARET = new RegExp(String.raw`^(null|\{"anchor":${PLACE},"head":${PLACE}\})\}$`);
const BEFORE_CARET = ',"cursor":';

/**
 * Stamps the states of one connection. With every keystroke only the caret changes: what came before it in the text is
 * not read again while it stays the same to the letter.
 */
export class PresenceStamp {
	readonly #user: PresenceUser;
	/** A state up to its caret, and the stamped user that stands for it. */
	#known: { text: string; user: string } | null = null;

	constructor(user: PresenceUser) {
		this.#user = user;
	}

	/** As `stampPresence`. */
	stamp(json: string): string | null {
		const known = this.#known;
		if (known !== null && json.startsWith(known.text)) {
			const caret = CARET.exec(json.slice(known.text.length))?.[1];
			if (caret !== undefined) {
				return `{"cursor":${caret},"user":${known.user}}`;
			}
		}
		const stamped = stampPresence(json, this.#user);
		this.#known = stamped === null ? null : this.#learn(json);
		return stamped;
	}

	#learn(json: string): { text: string; user: string } | null {
		const at = json.lastIndexOf(BEFORE_CARET);
		// Whole without the caret, so that the caret stands at the top and nothing but the user is before it.
		const before = at === -1 ? null : parseObject(`${json.slice(0, at)}}`);
		if (before === null || Object.keys(before).some((key) => key !== "user") || before.user === undefined) {
			return null;
		}
		const user = JSON.stringify(stampedUser(before.user, this.#user));
		return { text: json.slice(0, at + BEFORE_CARET.length), user };
	}
}

/**
 * What the others get to see of a client's presence: its caret, plain values, and the server's word on who it is.
 * Null for anything that is no presence at all.
 */
export function stampPresence(json: string, user: PresenceUser): string | null {
	const raw = parseObject(json);
	if (raw === null) {
		return null;
	}
	const caret = cursor.parse(raw.cursor);
	const extras = Object.entries(raw).filter(
		([key, value]) => key !== "user" && key !== "cursor" && key !== "__proto__" && plain.safeParse(value).success,
	);
	return JSON.stringify({
		...Object.fromEntries(extras),
		...(caret === undefined ? {} : { cursor: caret }),
		user: stampedUser(raw.user, user),
	});
}

function stampedUser(said: unknown, user: PresenceUser): PresenceUser & { color: string | undefined } {
	return { ...user, color: userSchema.parse(said ?? {}).color };
}

function parseObject(json: string): Record<string, unknown> | null {
	try {
		const value = object.safeParse(JSON.parse(json));
		return value.success ? value.data : null;
	} catch {
		// Not JSON: as good as no presence.
		return null;
	}
}
