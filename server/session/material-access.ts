import type { MaterialFile } from "../../worksheets/contract/materials.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { attemptWrite } from "./attempt-write.ts";
import type { SessionsOptions } from "./config.ts";
import type { LiveSession } from "./live-session.ts";
import { decide } from "./machine.ts";
import { filesOf, phaseOfFile } from "./materials.ts";
import type { SessionCache } from "./session-cache.ts";
import type { Context, MaterialAdd } from "./step.ts";

export interface MaterialAccess {
	/**
	 * Whether a file like this one would be taken now, before any of it is read. Refused `forbidden`, `not-found` (phase),
	 * `wrong-state`, `full`, `invalid` or `ended`.
	 */
	mayAddMaterial(actor: Actor, material: Omit<MaterialAdd, "type">): Promise<Result<void>>;
	/** Makes a file whose bytes are stored part of a phase. Refused as `mayAddMaterial`, and `unavailable`. */
	addMaterial(actor: Actor, material: Omit<MaterialAdd, "type">): Promise<Result<void>>;
	/** An uploaded file that this actor may have. Refused `not-found`, or as `can` does. */
	material(actor: Actor, id: string): Promise<Result<{ label: string; file: MaterialFile }>>;
}

export function createMaterialAccess(
	{ logger }: SessionsOptions,
	cache: SessionCache,
	newContext: (session: LiveSession) => Context,
	changed: (workshopId: string) => void,
): MaterialAccess {
	function decided(session: LiveSession, actor: Actor, material: Omit<MaterialAdd, "type">) {
		if (session.erased) return refusal("ended");
		const allowed = can(session.state, actor, { to: "add-material" });
		if (!allowed.ok) return allowed;
		return decide(session.state, { ...material, type: "material.add" }, actor, newContext(session));
	}

	return {
		mayAddMaterial: (actor, material) =>
			cache.use(actor.workshopId, (session) => {
				const decision = decided(session, actor, material);
				return decision.ok ? accepted(undefined) : decision;
			}),

		addMaterial: (actor, material) =>
			cache.use(actor.workshopId, (session) =>
				session.queue(async () => {
					const decision = decided(session, actor, material);
					if (!decision.ok) return decision;
					const stored = await attemptWrite(session.commit(decision, {}), logger, "a material could not be stored");
					if (stored.ok) changed(session.id);
					return stored;
				}),
			),

		material: (actor, id) =>
			cache.use(actor.workshopId, ({ state, erased }) => {
				if (erased) return refusal("ended");
				const allowed = can(state, actor, { to: "open-material", material: id });
				if (!allowed.ok) return allowed;
				const phase = phaseOfFile(state, id);
				const found = phase && filesOf(phase).find(({ file }) => file.id === id);
				return found === undefined ? refusal("not-found") : accepted(found);
			}),
	};
}
