import { type Request, Router } from "express";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { MATERIAL_HEADER, materialPath } from "../../worksheets/contract/materials.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import type { Materials } from "../materials/materials.ts";
import { readNewMaterial } from "../materials/new-material.ts";
import { attachment } from "./download.ts";
import type { FileAsker } from "./file-asker.ts";
import { answer } from "./handlers.ts";

export interface MaterialsApiOptions {
	materials: Materials;
	/** Who asks about a workshop. */
	who(request: Request, workshopId: string): Promise<Result<Actor>>;
	asker: FileAsker;
}

/** Uploaded files; mounted before the API's own body parser, which would take them for something else. */
export function createMaterialsApi({ materials, who, asker }: MaterialsApiOptions): Router {
	const router = Router();

	router.post(
		"/workshops/:id/materials",
		answer(async (request, response) => {
			const actor = await who(request, request.params.id ?? "");
			if (!actor.ok) return actor;
			const about = readNewMaterial(request.get(MATERIAL_HEADER));
			if (!about.ok) return about;
			const length = Number(request.get("Content-Length"));
			const announced = request.get("Content-Length") === undefined || Number.isNaN(length) ? null : length;
			const added = await materials.add(actor.value, about.value, { announced, body: request });
			if (added.ok) response.status(201).json(added.value);
			return added;
		}),
	);

	router.get(
		"/workshops/:id/materials/:material",
		answer(async (request, response) => {
			const { id = "", material = "" } = request.params;
			const actor = await asker(request, id, materialPath(id, material));
			if (!actor.ok) return actor;
			if (!idSchema.safeParse(material).success) return refusal("not-found");
			const file = await materials.open(actor.value, material);
			if (!file.ok) return file;
			attachment(response, file.value);
			return accepted(undefined);
		}),
	);

	return router;
}
