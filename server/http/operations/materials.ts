import { MATERIAL_HEADER, materialSchema } from "../../../worksheets/contract/materials.ts";
import { STEERING } from "../../../worksheets/contract/roles.ts";
import { ROLES } from "../../../worksheets/contract/snapshot.ts";
import { newMaterialSchema } from "../../materials/new-material.ts";
import { json, type Operation } from "./operation.ts";

/** Files that a phase offers. They are renamed by `plan.change` and erased by `material.remove`. */
export const MATERIAL_OPERATIONS: readonly Operation[] = [
	{
		method: "post",
		path: "/api/workshops/{id}/materials",
		summary:
			"Upload a file to a phase that is to come or that the room is in. What it is says its content: PDF, Word, Excel and PowerPoint without macros, OpenDocument, text, Markdown, CSV, PNG, JPEG, WebP. 20 MB at most, pictures 5 MB and 25 megapixels: those are drawn anew, without what their file tells of place and camera, and need words for those who cannot see them",
		who: STEERING,
		parameters: ["id"],
		upload: { header: MATERIAL_HEADER, says: newMaterialSchema },
		status: 201,
		answer: json(materialSchema),
		problems: [400, 401, 403, 404, 409, 410, 413, 422, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/materials/{materialId}",
		summary:
			"An uploaded file, to save: for those who steer, and for everyone else once its phase was entered. `token`: that of a link (`download-token`), in place of a bearer token or cookie",
		who: ROLES,
		parameters: ["id", "materialId"],
		query: ["token"],
		status: 200,
		answer: { type: "application/octet-stream" },
		problems: [401, 403, 404, 409, 410, 429, 503],
	},
];
