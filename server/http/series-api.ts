import { json, type Request, type RequestHandler, Router } from "express";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { wrongToken } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import type { SeriesRoom } from "../series/series.ts";
import { clientKey } from "./client-address.ts";
import { answer } from "./handlers.ts";
import { type Identify, identifyAll } from "./identify.ts";
import { sendProblem } from "./problem.ts";

export interface SeriesApiOptions {
	series: SeriesRoom;
	access: Identify;
	/** Who asks about a workshop. */
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
	limits: FailureLimits;
}

/** Series of workshops, and files of earlier ones; mounted before the API's own body parser: a file is one large request. */
export function createSeriesApi({ series, access, who, limits }: SeriesApiOptions): Router {
	const router = Router();

	router.get(
		"/series/:id",
		answer(async (request, response) => {
			const id = idSchema.safeParse(request.params.id);
			const actors = await identifyAll(request, access);
			if (!actors.ok) {
				// Whoever may not look learns nothing, and cannot try tokens here either.
				return actors.refused === "unauthenticated"
					? wrongToken(limits, clientKey(request), refusal("not-found"))
					: actors;
			}
			const view = id.success ? await series.view(actors.value, id.data) : refusal("not-found");
			if (view.ok) response.json(view.value);
			return view;
		}),
	);

	/** Before anything of the file is read: it is large, and not for everybody to send. */
	const onlySteering: RequestHandler = (request, response, next) => {
		who(request, request.params.id ?? "")
			.then((actor) => (actor.ok ? series.mayAdd(actor.value) : actor))
			.then((allowed) => {
				if (allowed.ok) next();
				else sendProblem(response, allowed);
			})
			.catch(next);
	};

	router.post(
		"/workshops/:id/occasions",
		onlySteering,
		json({ limit: LIMITS.occasionFileBytes, type: ["application/json", "application/*+json"] }),
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const added = await series.add(actor.value, request.body);
			if (added.ok) response.status(201).json(added.value);
			return added;
		}),
	);

	router.delete(
		"/workshops/:id/occasions/:occasion",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const id = idSchema.safeParse(request.params.occasion);
			const removed = id.success ? await series.remove(actor.value, id.data) : refusal("not-found");
			if (!removed.ok) return removed;
			response.status(204).end();
			return accepted(undefined);
		}),
	);

	return router;
}
