import { Router } from "express";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { guess } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import type { Sessions } from "../session/sessions.ts";
import { clientKey } from "./client-address.ts";
import { qrSvg } from "./join-qr.ts";
import { originOf } from "./origin.ts";
import { sendProblem } from "./problem.ts";

/**
 * `/qr/<code>.svg`: the join link as a picture, made here and by nobody else; with `?blatt=<document id>`, the one that
 * goes on to that sheet.
 */
export function createQrRoute({
	sessions,
	limits,
	publicUrl,
}: {
	sessions: Sessions;
	limits: FailureLimits;
	publicUrl: string | null;
}): Router {
	const router = Router();
	router.get("/qr/:code.svg", (request, response, next) => {
		guess(limits, clientKey(request), ["not-found"], () => sessions.invitation(request.params.code ?? ""))
			.then(async (invitation) => {
				if (!invitation.ok) {
					sendProblem(response, invitation);
					return;
				}
				if (invitation.value.status === "ended") {
					sendProblem(response, refusal("ended"));
					return;
				}
				const sheet = idSchema.safeParse(request.query.blatt);
				const place = sheet.success ? `?blatt=${sheet.data}` : "";
				const svg = await qrSvg(`${originOf(request, publicUrl)}/b/${invitation.value.code}${place}`);
				response.set("Cache-Control", "no-store").type("image/svg+xml").send(svg);
			})
			.catch(next);
	});
	return router;
}
