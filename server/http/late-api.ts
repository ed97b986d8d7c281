import { json, Router } from "express";
import { lateSubmissionSchema } from "../../worksheets/contract/late.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { LateContributions } from "../late/late-contributions.ts";
import type { DocumentAsker } from "./document-asker.ts";
import { answer, parseBody } from "./handlers.ts";

export interface LateApiOptions {
	late: LateContributions;
	asker: DocumentAsker;
}

/** `/documents/{id}/late`, mounted before the API's own body parser: hours of writing are one large request. */
export function createLateApi({ late, asker }: LateApiOptions): Router {
	const router = Router();

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
