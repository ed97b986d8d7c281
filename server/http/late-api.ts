import { json, type Request, Router } from "express";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { lateSubmissionSchema } from "../../worksheets/contract/late.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import type { LateContributions } from "../late/late-contributions.ts";
import type { Storage } from "../storage/storage.ts";
import { answer, parseBody } from "./handlers.ts";

export interface LateApiOptions {
	late: LateContributions;
	storage: Pick<Storage, "findDocument">;
	/** Who asks about a workshop; without one there is none, and a token only has to be known. */
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
}

/** `/documents/{id}/late`, mounted before the API's own body parser: hours of writing are one large request. */
export function createLateApi({ late, storage, who }: LateApiOptions): Router {
	const router = Router();

	/** A document names its workshop, and that says whose cookie counts. */
	async function asker(request: Request): Promise<Result<{ actor: Actor; documentId: string }>> {
		const documentId = request.params.id ?? "";
		const document = idSchema.safeParse(documentId).success ? await storage.findDocument(documentId) : null;
		if (document === null) return refusal("not-found");
		const actor = await who(request, document.workshopId);
		return actor.ok ? accepted({ actor: actor.value, documentId }) : actor;
	}

	router.get(
		"/documents/:id/late",
		answer(async (request, response) => {
			const asked = await asker(request);
			if (!asked.ok) return asked;
			const list = await late.list(asked.value.actor, asked.value.documentId);
			if (list.ok) response.json(list.value);
			return list;
		}),
	);

	router.post(
		"/documents/:id/late",
		json({ limit: LIMITS.lateBodyBytes, strict: false, type: ["application/json", "application/*+json"] }),
		answer(async (request, response) => {
			const asked = await asker(request);
			if (!asked.ok) return asked;
			const body = parseBody(request, lateSubmissionSchema);
			if (!body.ok) return body;
			const { id, update } = body.value;
			const added = await late.add(asked.value.actor, asked.value.documentId, {
				id,
				update: new Uint8Array(Buffer.from(update, "base64")),
			});
			if (added.ok) response.status(201).json(added.value);
			return added;
		}),
	);

	return router;
}
