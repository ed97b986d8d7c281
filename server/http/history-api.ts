import { type Request, Router } from "express";
import { setBackSchema } from "../../worksheets/contract/history.ts";
import type { Result } from "../../worksheets/contract/result.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { LookBack } from "../history/look-back.ts";
import type { DocumentAsker } from "./document-asker.ts";
import { answer, parseBody } from "./handlers.ts";

export interface HistoryApiOptions {
	lookBack: LookBack;
	asker: DocumentAsker;
}

/** What sheets were before; mounted behind the API's body parser. */
export function createHistoryApi({ lookBack, asker }: HistoryApiOptions): Router {
	const router = Router();

	/** Asks about the request's document and answers with what comes of it. */
	const about = (look: (asked: Asked, request: Request) => Promise<Result<unknown>>) =>
		answer(async (request, response) => {
			const asked = await asker(request);
			const found = asked.ok ? await look(asked.value, request) : asked;
			if (found.ok) response.json(found.value);
			return found;
		});

	router.get(
		"/documents/:id/history",
		about(({ actor, documentId }) => lookBack.points(actor, documentId)),
	);

	router.get(
		"/documents/:id/history/:at",
		about(async ({ actor, documentId }, request) => {
			const at = request.params.at ?? "";
			return MOMENT.test(at) ? await lookBack.preview(actor, documentId, Number(at)) : refusal("not-found");
		}),
	);

	router.post(
		"/documents/:id/set-back",
		about(async ({ actor, documentId }, request) => {
			const body = parseBody(request, setBackSchema);
			return body.ok ? await lookBack.setBack(actor, documentId, body.value) : body;
		}),
	);

	return router;
}

type Asked = Extract<Awaited<ReturnType<DocumentAsker>>, { ok: true }>["value"];

/** Epoch milliseconds. */
const MOMENT = /^\d{1,15}$/;
