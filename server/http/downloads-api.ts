import { type Request, Router } from "express";
import type { z } from "zod";
import { commandIdSchema } from "../../worksheets/contract/ids.ts";
import { materialPath } from "../../worksheets/contract/materials.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { readResultPart, resultPartQuery } from "../../worksheets/contract/result-part.ts";
import type { Actor } from "../access/actor.ts";
import type { DownloadTokens } from "../access/download-tokens.ts";
import { type Exporter, FORMATS, type Format } from "../export/exporter.ts";
import type { Sessions } from "../session/sessions.ts";
import { attachment } from "./download.ts";
import { downloadTokenSchema } from "./download-token-schema.ts";
import type { FileAsker } from "./file-asker.ts";
import { answer, parseBody } from "./handlers.ts";
import { originOf } from "./origin.ts";

export interface DownloadsApiOptions {
	exporter: Pick<Exporter, "export" | "progress">;
	tickets: DownloadTokens;
	sessions: Pick<Sessions, "takenHome" | "material">;
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
	asker: FileAsker;
	publicUrl: string | null;
}

/** Results as files, by token or cookie; or by a link that works once, without either, for a minute. */
export function createDownloadsApi(options: DownloadsApiOptions): Router {
	const { exporter, tickets, sessions, who, asker, publicUrl } = options;
	const router = Router();

	/** The address of a file that this actor may have now. */
	async function targetOf(actor: Actor, asked: z.infer<typeof downloadTokenSchema>): Promise<Result<string>> {
		if ("material" in asked) {
			const found = await sessions.material(actor, asked.material);
			return found.ok ? accepted(materialPath(actor.workshopId, asked.material)) : found;
		}
		const { format, ...wanted } = asked;
		const part = readResultPart(wanted);
		if (part === null) return refusal("invalid", "part");
		const allowed = await sessions.takenHome(actor);
		return allowed.ok ? accepted(pathOf(actor.workshopId, format, resultPartQuery(part))) : allowed;
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
			const asked = commandIdSchema.safeParse(request.query.progress);
			const file = await exporter.export(actor.value, format, {
				part,
				origin: originOf(request, publicUrl),
				...(asked.success && format === "zip" && request.method === "GET" ? { progress: asked.data } : {}),
			});
			if (!file.ok) return file;
			attachment(response, file.value);
			return accepted(undefined);
		}),
	);

	/** Of one's own packages alone: whoever asks for another's is told what is said of one that has not begun. */
	router.get(
		"/workshops/:id/export-progress/:packageId",
		answer(async (request, response) => {
			const { id = "", packageId } = request.params;
			const actor = await who(request, id);
			if (!actor.ok) return actor;
			const asked = commandIdSchema.safeParse(packageId);
			if (!asked.success) return refusal("not-found");
			response.json(exporter.progress(actor.value, asked.data));
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
			const target = await targetOf(actor.value, body.value);
			if (!target.ok) return target;
			const ticket = tickets.issue(actor.value, target.value);
			if (!ticket.ok) return ticket;
			const { secret, expiresAt } = ticket.value;
			const mark = target.value.includes("?") ? "&" : "?";
			const url = `${originOf(request, publicUrl)}${target.value}${mark}token=${secret}`;
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
