import * as z from "zod/mini";

/** What is told to whoever watches a session: how what they have seen (snapshot.ts) becomes what they see now. */

/** The parts of a snapshot that change; `version` and `now` travel with every change. */
export const LIST_PARTS = [
	"phases",
	"groupTimers",
	"groups",
	"participants",
	"documents",
	"votes",
	"ratings",
	"messages",
	"help",
	"topics",
	"questions",
	"watched",
	"progress",
	"alarms",
] as const;
export const VALUE_PARTS = [
	"you",
	"workshop",
	"currentPhase",
	"timer",
	"undo",
	"removedPhase",
	"groupsOpen",
	"recall",
	"spotlight",
	"shown",
	"units",
] as const;
export type ListPart = (typeof LIST_PARTS)[number];

/**
 * What has become of one part: a new value, or, for lists of things with an id, what was put and what was taken away
 * (`order` only where the order of ids changed). It is computed from two views of the same actor, so it can hold
 * nothing that the actor's snapshot would not.
 */
const factSchema = z.union([
	z.object({ part: z.enum(VALUE_PARTS), value: z.unknown() }),
	z.object({
		part: z.enum(LIST_PARTS),
		put: z.optional(z.array(z.looseObject({ id: z.string() }))),
		removed: z.optional(z.array(z.string())),
		order: z.optional(z.array(z.string())),
	}),
]);
export type Fact = z.infer<typeof factSchema>;

export const changeSchema = z.object({ version: z.int(), now: z.number(), facts: z.array(factSchema) });
export type Change = z.infer<typeof changeSchema>;
