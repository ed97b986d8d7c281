import type { Request } from "express";
import { type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import type { DownloadTokens } from "../access/download-tokens.ts";
import { wrongToken } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import type { Sessions } from "../session/sessions.ts";
import { clientKey } from "./client-address.ts";

export interface FileAskerOptions {
	tickets: DownloadTokens;
	sessions: Pick<Sessions, "isErased">;
	/** Who asks about a workshop. */
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
	limits: FailureLimits;
}

/** Who asks for the file at `target`. */
export type FileAsker = (request: Request, workshopId: string, target: string) => Promise<Result<Actor>>;

/** Who asks for a file: by the link's own token where it has one, else as everywhere. */
export function fileAsker({ tickets, sessions, who, limits }: FileAskerOptions): FileAsker {
	return async (request, workshopId, target) => {
		const { token } = request.query;
		if (token === undefined) return who(request, workshopId);
		if (await sessions.isErased(workshopId)) return refusal("ended");
		// Whoever only asks whether there is a file (a preview, a scanner) does not use it up.
		const look = request.method === "HEAD";
		const actor = tickets.redeem(typeof token === "string" ? token : "", target, { look });
		return actor.ok ? actor : wrongToken(limits, clientKey(request), actor);
	};
}
