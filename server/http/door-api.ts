import { type Request, Router } from "express";
import { enterSchema } from "../../worksheets/contract/api.ts";
import type { Who } from "../../worksheets/contract/links.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { type Actor, authorOf } from "../access/actor.ts";
import { wrongToken } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import type { Sessions } from "../session/sessions.ts";
import { clientKey } from "./client-address.ts";
import { clearedCookie, isSharedDevice, sessionCookie } from "./cookies.ts";
import { answer, parseBody } from "./handlers.ts";
import { identify } from "./identify.ts";
import { leadUrl, ownUrl } from "./links.ts";
import { originOf } from "./origin.ts";

export interface DoorApiOptions {
	sessions: Sessions;
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
	limits: FailureLimits;
	publicUrl: string | null;
}

/** How a browser becomes somebody by a link, hands the link on, and forgets who it was. */
export function createDoorApi({ sessions, who, limits, publicUrl }: DoorApiOptions): Router {
	const router = Router();

	/** Whether somebody is still in; participants go by their name. */
	async function known(actor: Actor): Promise<Result<Who>> {
		const { role, participantId } = actor;
		const snapshot = await sessions.snapshot(actor);
		if (!snapshot.ok) return snapshot;
		const name = snapshot.value.participants.find(({ id }) => id === participantId)?.name;
		return accepted({ role, ...(name === undefined ? {} : { name }) });
	}

	/** Who this browser is already, where that is somebody else who is still in. */
	async function someoneElse(request: Request, coming: Actor): Promise<Who | null> {
		const here = await identify(request, coming.workshopId, { authenticate: sessions.authenticate, publicUrl });
		if (!here.ok || authorOf(here.value) === authorOf(coming)) return null;
		const stays = await known(here.value);
		return stays.ok ? stays.value : null;
	}

	/** The page exchanges the secret of a link's fragment for this browser's cookie. */
	router.post(
		"/workshops/:id/enter",
		answer(async (request, response) => {
			const workshopId = request.params.id ?? "";
			const body = parseBody(request, enterSchema);
			if (!body.ok) return body;
			if (await sessions.isErased(workshopId)) return refusal("ended");
			const { token, ask } = body.value;
			const actor = await sessions.authenticate(token);
			if (!actor.ok || actor.value.workshopId !== workshopId) {
				return wrongToken(limits, clientKey(request), actor.ok ? refusal("forbidden") : actor);
			}
			const here = ask ? await someoneElse(request, actor.value) : null;
			if (here === null) {
				const secure = originOf(request, publicUrl).startsWith("https:");
				// Whoever said that several people use this device has said so of the device.
				const shared = isSharedDevice(request.headers.cookie, workshopId);
				response.append("Set-Cookie", sessionCookie({ workshopId, token, secure, shared }));
			}
			const coming = await known(actor.value);
			response.json({
				...(coming.ok ? coming.value : { role: actor.value.role }),
				...(here === null ? {} : { here }),
			});
			return accepted(undefined);
		}),
	);

	/** A further link for the same person, to go on with on another device. */
	router.post(
		"/workshops/:id/return-link",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const token = await sessions.returnToken(actor.value);
			if (!token.ok) return token;
			const { role, workshopId } = actor.value;
			const url = (role === "participant" ? ownUrl : leadUrl)(originOf(request, publicUrl), workshopId, token.value);
			response.status(201).json({ url });
			return accepted(undefined);
		}),
	);

	/** This browser forgets the workshop; the person stays and can come back by link. */
	router.post(
		"/workshops/:id/leave",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			for (const secure of [true, false]) {
				response.append("Set-Cookie", clearedCookie(actor.value.workshopId, secure));
			}
			response.status(204).end();
			return accepted(undefined);
		}),
	);

	return router;
}
