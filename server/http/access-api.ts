import { type Request, Router } from "express";
import { linkInputSchema, recoverSchema } from "../../worksheets/contract/api.ts";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { guess } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import type { Sessions } from "../session/sessions.ts";
import { clientKey } from "./client-address.ts";
import { answer, parseBody } from "./handlers.ts";
import { leadUrl } from "./links.ts";
import { originOf } from "./origin.ts";

export interface AccessApiOptions {
	sessions: Sessions;
	/** Who asks about a workshop. */
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
	recoveryLimits: FailureLimits;
	publicUrl: string | null;
}

/** Who else may come in: links for co-facilitators and observers, and the facilitator's own way back. */
export function createAccessApi({ sessions, who, recoveryLimits, publicUrl }: AccessApiOptions): Router {
	const router = Router();

	router.post(
		"/workshops/:id/links",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const body = parseBody(request, linkInputSchema);
			if (!body.ok) return body;
			const link = await sessions.addLink(actor.value, body.value);
			if (!link.ok) return link;
			const { token, ...rest } = link.value;
			const url = leadUrl(originOf(request, publicUrl), actor.value.workshopId, token);
			response.status(201).json({ ...rest, url });
			return link;
		}),
	);

	router.get(
		"/workshops/:id/links",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const links = await sessions.links(actor.value);
			if (links.ok) response.json(links.value);
			return links;
		}),
	);

	router.delete(
		"/workshops/:id/links/:link",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const link = idSchema.safeParse(request.params.link);
			const removed = link.success ? await sessions.removeLink(actor.value, link.data) : refusal("not-found");
			if (removed.ok) response.status(204).end();
			return removed;
		}),
	);

	router.post(
		"/workshops/:id/recovery-code",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const recoveryCode = await sessions.renewRecoveryCode(actor.value);
			if (recoveryCode.ok) response.status(201).json({ recoveryCode: recoveryCode.value });
			return recoveryCode;
		}),
	);

	router.post(
		"/workshops/:code/recover",
		answer(async (request, response) => {
			const body = parseBody(request, recoverSchema);
			if (!body.ok) return body;
			const recovered = await guess(recoveryLimits, clientKey(request), ["not-found", "unauthenticated"], () =>
				sessions.recover(request.params.code ?? "", body.value.recoveryCode),
			);
			if (!recovered.ok) return recovered;
			const { id, facilitatorToken } = recovered.value;
			response.json({ facilitatorUrl: leadUrl(originOf(request, publicUrl), id, facilitatorToken), facilitatorToken });
			return accepted(undefined);
		}),
	);

	return router;
}
