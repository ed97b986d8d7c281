import { json, type Request, Router } from "express";
import {
	copyWorkshopSchema,
	createWorkshopSchema,
	joinSchema,
	rehearsalSchema,
} from "../../worksheets/contract/api.ts";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { resultsJsonSchema } from "../../worksheets/report/results-json-schema.ts";
import type { Library } from "../../worksheets/schema/load.ts";
import { templateMinutes } from "../../worksheets/schema/template.ts";
import type { Actor } from "../access/actor.ts";
import type { DownloadTokens } from "../access/download-tokens.ts";
import { guess, wrongToken } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import type { Copies } from "../copies/copies.ts";
import type { Exporter } from "../export/exporter.ts";
import type { LookBack } from "../history/look-back.ts";
import type { LateContributions } from "../late/late-contributions.ts";
import type { Materials } from "../materials/materials.ts";
import type { PlenaryReader } from "../plenary/plenary-reader.ts";
import type { Rehearsals } from "../rehearsal/rehearsals.ts";
import type { SeriesRoom } from "../series/series.ts";
import type { Sessions } from "../session/sessions.ts";
import type { Storage } from "../storage/storage.ts";
import { createAccessApi } from "./access-api.ts";
import { clientKey } from "./client-address.ts";
import { documentAsker } from "./document-asker.ts";
import { createDoorApi } from "./door-api.ts";
import { attachment } from "./download.ts";
import { createDownloadsApi } from "./downloads-api.ts";
import { fileAsker } from "./file-asker.ts";
import { answer, noStore, parseBody, sendIfNew } from "./handlers.ts";
import { createHistoryApi } from "./history-api.ts";
import { identify } from "./identify.ts";
import { createLateApi } from "./late-api.ts";
import { links } from "./links.ts";
import { createMaterialsApi } from "./materials-api.ts";
import { openApiDocument } from "./openapi.ts";
import { originOf } from "./origin.ts";
import { sendProblem } from "./problem.ts";
import { createSeriesApi } from "./series-api.ts";

export interface ApiOptions {
	sessions: Sessions;
	library: Library;
	copies: Copies;
	exporter: Exporter;
	materials: Materials;
	tickets: DownloadTokens;
	plenary: PlenaryReader;
	late: LateContributions;
	lookBack: LookBack;
	series: SeriesRoom;
	rehearsals: Rehearsals;
	storage: Pick<Storage, "findDocument">;
	limits: FailureLimits;
	recoveryLimits: FailureLimits;
	publicUrl: string | null;
}

const BODY_LIMIT_BYTES = 64 * 1024;

/** The JSON API of the outer contract, mounted at `/api`. */
export function createApi({
	sessions,
	library,
	copies,
	exporter,
	materials,
	tickets,
	plenary,
	late,
	lookBack,
	series,
	rehearsals,
	storage,
	limits,
	recoveryLimits,
	publicUrl,
}: ApiOptions): Router {
	const router = Router();
	async function who(request: Request, workshopId: string): Promise<Result<Actor>> {
		if (!idSchema.safeParse(workshopId).success) return refusal("not-found");
		if (await sessions.isErased(workshopId)) return refusal("ended");
		const actor = await identify(request, workshopId, { authenticate: sessions.authenticate, publicUrl });
		if (actor.ok || actor.refused !== "unauthenticated") return actor;
		return wrongToken(limits, clientKey(request), actor);
	}

	router.use(noStore);
	const asker = documentAsker({ storage, who });
	const ofFiles = fileAsker({ tickets, sessions, who, limits });
	router.use(createLateApi({ late, asker }));
	router.use(createMaterialsApi({ materials, who, asker: ofFiles }));
	router.use(createSeriesApi({ series, access: { authenticate: sessions.authenticate, publicUrl }, who, limits }));
	router.use(json({ limit: BODY_LIMIT_BYTES, strict: false, type: ["application/json", "application/*+json"] }));

	router.use(createHistoryApi({ lookBack, asker }));
	router.use(createAccessApi({ sessions, who, recoveryLimits, publicUrl }));
	router.use(createDownloadsApi({ exporter, tickets, sessions, who, asker: ofFiles, publicUrl }));
	router.use(createDoorApi({ sessions, who, limits, publicUrl }));

	router.get("/openapi.json", (_request, response) => {
		response.json(openApiDocument());
	});

	router.get("/results.schema.json", (_request, response) => {
		response.type("application/schema+json").json(resultsJsonSchema("arena-results"));
	});

	router.get("/unit-results.schema.json", (_request, response) => {
		response.type("application/schema+json").json(resultsJsonSchema("arena-unit-results"));
	});

	router.get("/templates", (_request, response) => {
		response.json(
			library.templates.map((template) => ({
				id: template.id,
				title: template.title,
				description: template.description,
				languages: template.languages,
				minutes: templateMinutes(template),
				phases: template.phases.map(({ id, title, kind, minutes, sheets }) => ({
					id,
					title,
					kind,
					minutes,
					worksheets: [...new Set(sheets.map((sheet) => sheet.worksheet))],
				})),
			})),
		);
	});

	router.get("/worksheets", (_request, response) => {
		response.json(library.worksheets.map(({ id, version, title, purpose }) => ({ id, version, title, purpose })));
	});

	router.get("/worksheets/:id", (request, response) => {
		const worksheet = library.worksheet(request.params.id);
		if (worksheet) response.json(worksheet);
		else sendProblem(response, refusal("not-found"));
	});

	router.get("/dimensions", (_request, response) => {
		response.json(library.dimensionPresets);
	});

	router.post(
		"/workshops",
		answer(async (request, response) => {
			const body = parseBody(request, createWorkshopSchema);
			if (!body.ok) return body;
			const created = await guess(limits, clientKey(request), ["unauthenticated"], () => sessions.create(body.value));
			if (!created.ok) return created;
			response.status(201).json({ ...created.value, ...links(originOf(request, publicUrl), created.value) });
			return accepted(undefined);
		}),
	);

	router.post(
		"/workshops/:id/copy",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const body = parseBody(request, copyWorkshopSchema);
			if (!body.ok) return body;
			const created = await copies.copy(actor.value, body.value);
			if (!created.ok) return created;
			response.status(201).json({ ...created.value, ...links(originOf(request, publicUrl), created.value) });
			return accepted(undefined);
		}),
	);

	router.post(
		"/workshops/:id/rehearsal",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const body = parseBody(request, rehearsalSchema);
			if (!body.ok) return body;
			const begun = await rehearsals.begin(actor.value, body.value.participants);
			if (!begun.ok) return begun;
			response.status(201).json(begun.value);
			return accepted(undefined);
		}),
	);

	router.delete(
		"/workshops/:id/rehearsal",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const ended = await rehearsals.end(actor.value);
			if (!ended.ok) return ended;
			response.status(204).end();
			return accepted(undefined);
		}),
	);

	router.post(
		"/workshops/:code/join",
		answer(async (request, response) => {
			const body = parseBody(request, joinSchema);
			if (!body.ok) return body;
			const joined = await guess(limits, clientKey(request), ["not-found"], () =>
				sessions.join(request.params.code ?? "", body.value),
			);
			if (!joined.ok) return joined;
			response.status(201).json(joined.value);
			return accepted(undefined);
		}),
	);

	router.get(
		"/workshops/:id",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const snapshot = await sessions.snapshot(actor.value);
			if (!snapshot.ok) return snapshot;
			response.json(snapshot.value);
			return accepted(undefined);
		}),
	);

	router.delete(
		"/workshops/:id",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const erased = await sessions.erase(actor.value);
			if (!erased.ok) return erased;
			response.status(204).end();
			return accepted(undefined);
		}),
	);

	/** Whoever has the id of what is gone may know that it is. */
	router.get(
		"/workshops/:id/erasure",
		answer(async (request, response) => {
			const { id } = request.params;
			const receipt = idSchema.safeParse(id).success ? await sessions.erasure(id ?? "") : null;
			if (receipt === null) return refusal("not-found");
			response.json(receipt);
			return accepted(undefined);
		}),
	);

	/** What the sheets have agreed on, for whoever makes one plan of it. */
	router.get(
		"/workshops/:id/steps",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const steps = await exporter.steps(actor.value);
			if (steps.ok) response.json(steps.value);
			return steps;
		}),
	);

	/** The plan as it stands, for those who may open it. */
	router.get(
		"/workshops/:id/measures",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const measures = await exporter.measures(actor.value);
			if (measures.ok) response.json(measures.value.map(({ id, cells }) => ({ row: id, cells })));
			return measures;
		}),
	);

	router.get(
		"/workshops/:id/measures.ics",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const { responsible } = request.query;
			const one = typeof responsible === "string" ? responsible : null;
			const file = await exporter.calendar(actor.value, originOf(request, publicUrl), one);
			if (!file.ok) return file;
			attachment(response, file.value);
			return accepted(undefined);
		}),
	);

	/** What the groups say side by side. Pages ask again and again: with its ETag, what is the same is a 304. */
	router.get(
		"/workshops/:id/plenary",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const seen = await plenary.see(actor.value);
			if (seen.ok) sendIfNew(request, response, seen.value);
			return seen;
		}),
	);

	/** What the sheets say in words, for whoever brings it together. */
	router.get(
		"/workshops/:id/statements",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const statements = await exporter.statements(actor.value);
			if (statements.ok) response.json(statements.value);
			return statements;
		}),
	);

	router.use((_request, response) => sendProblem(response, refusal("not-found")));
	return router;
}
