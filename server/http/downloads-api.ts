import { type Request, Router } from "express";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { readResultPart, resultPartQuery } from "../../worksheets/contract/result-part.ts";
import type { Actor } from "../access/actor.ts";
import type { DownloadTokens } from "../access/download-tokens.ts";
import { wrongToken } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import { type Exporter, FORMATS, type Format } from "../export/exporter.ts";
import type { Sessions } from "../session/sessions.ts";
import { clientKey } from "./client-address.ts";
import { attachment } from "./download.ts";
import { downloadTokenSchema } from "./download-token-schema.ts";
import { answer, parseBody } from "./handlers.ts";
import { originOf } from "./origin.ts";

export interface DownloadsApiOptions {
	exporter: Pick<Exporter, "export">;
	tickets: DownloadTokens;
	sessions: Pick<Sessions, "isErased" | "takenHome">;
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
	limits: FailureLimits;
	publicUrl: string | null;
}

/** Results as files, by token or cookie; or by a link that works once, without either, for a minute. */
export function createDownloadsApi(options: DownloadsApiOptions): Router {
	const { exporter, tickets, sessions, who, limits, publicUrl } = options;
	const router = Router();

	/** Who asks for a file: by the link's own token where it has one, else as everywhere. */
	async function asker(request: Request, workshopId: string, target: string): Promise<Result<Actor>> {
		const { token } = request.query;
		if (token === undefined) return who(request, workshopId);
		if (await sessions.isErased(workshopId)) return refusal("ended");
		// Whoever only asks whether there is a file (a preview, a scanner) does not use it up.
		const look = request.method === "HEAD";
		const actor = tickets.redeem(typeof token === "string" ? token : "", target, { look });
		return actor.ok ? actor : wrongToken(limits, clientKey(request), actor);
	}

	router.get(
		"/workshops/:id/export.:format",
		answer(async (request, response) => {
			const { id: workshopId = "", format = "" } = request.params;
			if (!isFormat(format)) return refusal("not-found");
			const part = readResultPart(request.query);
			const target = part === null ? "" : pathOf(workshopId, format, resultPartQuery(part));
			const actor = await asker(request, workshopId, target);
			if (!actor.ok) return actor;
			if (part === null) return refusal("invalid", "part");
			const file = await exporter.export(actor.value, format, {
				part,
				origin: originOf(request, publicUrl),
			});
			if (!file.ok) return file;
			attachment(response, file.value);
			return accepted(undefined);
		}),
	);

	router.post(
		"/workshops/:id/download-token",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const body = parseBody(request, downloadTokenSchema);
			if (!body.ok) return body;
			const { format, ...asked } = body.value;
			const part = readResultPart(asked);
			if (part === null) return refusal("invalid", "part");
			const allowed = await sessions.takenHome(actor.value);
			if (!allowed.ok) return allowed;
			const query = resultPartQuery(part);
			const target = pathOf(actor.value.workshopId, format, query);
			const ticket = tickets.issue(actor.value, target);
			if (!ticket.ok) return ticket;
			const { secret, expiresAt } = ticket.value;
			const url = `${originOf(request, publicUrl)}${target}${query === "" ? "?" : "&"}token=${secret}`;
			response.status(201).json({ url, expiresAt });
			return accepted(undefined);
		}),
	);

	return router;
}

function pathOf(workshopId: string, format: Format, query: string): string {
	return `/api/workshops/${workshopId}/export.${format}${query}`;
}

function isFormat(format: string): format is Format {
	return (FORMATS as readonly string[]).includes(format);
}
