import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";
import type * as Y from "yjs";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { accepted, refusal } from "../../worksheets/contract/result.ts";
import { readWorksheet } from "../../worksheets/document/read.ts";
import type { Library } from "../../worksheets/schema/load.ts";
import { guess } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import type { Config } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { SeriesRoom } from "../series/series.ts";
import type { AppServices } from "../services.ts";
import type { Sessions } from "../session/sessions.ts";
import { clientKey } from "./client-address.ts";
import { clearedCookie, isSharedDevice, sessionCookie, workshopTokens } from "./cookies.ts";
import { actorsOf } from "./identify.ts";
import type { LegalTexts } from "./legal.ts";
import { leadUrl, links } from "./links.ts";
import { originOf } from "./origin.ts";
import { nonceOf } from "./security-headers.ts";

export interface AppServicesOptions {
	config: Config;
	library: Library;
	sessions: Sessions;
	series: SeriesRoom;
	copy(documentId: string): Promise<Y.Doc | null>;
	limits: FailureLimits;
	/** Its own: a mistyped join code beside them keeps no facilitator out. */
	recoveryLimits: FailureLimits;
	legal: LegalTexts;
	logger: Logger;
}

/** What the pages may ask of the server, made afresh for every request. */
export function createAppServices({
	config,
	library,
	sessions,
	series,
	copy,
	limits,
	recoveryLimits,
	legal,
	logger,
}: AppServicesOptions) {
	return (request: Request, response: Response): AppLoadContext => {
		const origin = originOf(request, config.publicUrl);
		const secure = origin.startsWith("https:");
		const key = clientKey(request);
		const services: AppServices = {
			nonce: nonceOf(response),
			origin,
			creationPassword: config.createPassword !== null,
			retentionDays: config.retentionDays,
			templates: () => library.templates,
			worksheets: () => library.worksheets,
			worksheet: (id) => library.worksheet(id),
			example: (id) => library.example(id),
			async create(input) {
				const created = await guess(limits, key, ["unauthenticated"], () => sessions.create(input));
				if (!created.ok) return created;
				return accepted({ ...created.value, ...links(origin, created.value) });
			},
			invitation: (code) => guess(limits, key, ["not-found"], () => sessions.invitation(code)),
			join: (code, input) => guess(limits, key, ["not-found"], () => sessions.join(code, input)),
			async recover(code, recoveryCode) {
				const recovered = await guess(recoveryLimits, key, ["not-found", "unauthenticated"], () =>
					sessions.recover(code, recoveryCode),
				);
				if (!recovered.ok) return recovered;
				const { id, facilitatorToken } = recovered.value;
				return accepted({ id, facilitatorToken, facilitatorUrl: leadUrl(origin, id, facilitatorToken) });
			},
			async visitor(incoming, workshopId) {
				if (!idSchema.safeParse(workshopId).success) return refusal("not-found");
				if (await sessions.isErased(workshopId)) return refusal("ended");
				const token = workshopTokens(incoming.headers.get("Cookie")).get(workshopId);
				if (token === undefined) return refusal("unauthenticated");
				const actor = await sessions.authenticate(token);
				if (!actor.ok) return actor;
				if (actor.value.workshopId !== workshopId) return refusal("unauthenticated");
				const snapshot = await sessions.snapshot(actor.value);
				if (!snapshot.ok) return snapshot;
				// What people work on is nothing for whoever has not been let in.
				const worksheets = snapshot.value.you.waiting ? new Map() : await sessions.keptWorksheets(workshopId);
				return accepted({
					view: {
						role: actor.value.role,
						...(actor.value.participantId === undefined ? {} : { participantId: actor.value.participantId }),
						snapshot: snapshot.value,
						worksheets: Object.fromEntries(worksheets),
					},
					shared: isSharedDevice(incoming.headers.get("Cookie"), workshopId),
				});
			},
			erasure: (workshopId) => sessions.erasure(workshopId),
			async sheet(incoming, workshopId, documentId) {
				const visitor = await services.visitor(incoming, workshopId);
				if (!visitor.ok) return visitor;
				const { snapshot } = visitor.value.view;
				const document = snapshot.documents.find(({ id }) => id === documentId);
				const worksheet = document && (await sessions.worksheet(workshopId, document.worksheet));
				const doc = worksheet && (await copy(documentId));
				if (!document || !worksheet || !doc) return refusal("not-found");
				const answered = readWorksheet(doc, worksheet, { outside: document.outside === true });
				doc.destroy();
				return accepted({ snapshot, document, worksheet, answered });
			},
			async series(incoming, seriesId) {
				if (!idSchema.safeParse(seriesId).success) return refusal("not-found");
				const cookies = incoming.headers.get("Cookie");
				return await series.view(await actorsOf(cookies, sessions), seriesId);
			},
			cookie: (workshopId, token, options) => sessionCookie({ workshopId, token, secure, ...options }),
			clearCookie: (workshopId) => clearedCookie(workshopId, secure),
			async workshopLanguage({ id, code }) {
				if (code !== undefined) {
					const invitation = await sessions.invitation(code);
					return invitation.ok ? invitation.value.language : undefined;
				}
				const token = id === undefined ? undefined : workshopTokens(request.headers.cookie).get(id);
				const actor = token === undefined ? undefined : await sessions.authenticate(token);
				const snapshot = actor?.ok ? await sessions.snapshot(actor.value) : undefined;
				return snapshot?.ok ? snapshot.value.workshop.language : undefined;
			},
			legal: (page, language) => legal.text(page, language),
			missingLegal: () => legal.missing(),
			pageFailed: (error) => logger.error("page failed", { error }),
		};
		return { ...services };
	};
}
