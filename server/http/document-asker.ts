import type { Request } from "express";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import type { Storage } from "../storage/storage.ts";

export interface DocumentAskerOptions {
	storage: Pick<Storage, "findDocument">;
	/** Who asks about a workshop. */
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
}

export type DocumentAsker = (request: Request) => Promise<Result<{ actor: Actor; documentId: string }>>;

/** Who asks about the document in the path's `id`. It names its workshop, and that says whose cookie counts. */
export function documentAsker({ storage, who }: DocumentAskerOptions): DocumentAsker {
	return async (request) => {
		const documentId = request.params.id ?? "";
		const document = idSchema.safeParse(documentId).success ? await storage.findDocument(documentId) : null;
		if (document === null) return refusal("not-found");
		const actor = await who(request, document.workshopId);
		return actor.ok ? accepted({ actor: actor.value, documentId }) : actor;
	};
}
