import { randomUUID } from "node:crypto";
import type { CreatedWorkshop } from "../../worksheets/contract/api.ts";
import { found } from "../flows/stage.ts";
import { materialHeader } from "../harness/upload.ts";

/** What calls are about, of one workshop. */
export interface Subjects {
	workshop: CreatedWorkshop;
	document: string;
	/** A link that nobody needs. */
	spareLink: string;
	/** An uploaded file. */
	material: string;
	/** The series of the workshop. */
	series: string;
}

interface Call {
	body?: (subjects: Subjects) => unknown;
	headers?: Record<string, string>;
	/** It takes away what later calls need: made about a workshop of its own. */
	once?: true;
}

/** One of each call that goes through; a new one without a line here fails the test. */
const CALLS: Record<string, Call> = {
	"get /healthz": {},
	"get /readyz": {},
	"get /api/openapi.json": {},
	"get /api/results.schema.json": {},
	"get /api/unit-results.schema.json": {},
	"get /api/templates": {},
	"get /api/worksheets": {},
	"get /api/worksheets/{worksheetId}": {},
	"get /api/dimensions": {},
	"post /api/workshops": { body: () => ({ template: "cooperation-review" }) },
	"post /api/workshops/{id}/copy": { body: () => ({}) },
	"post /api/workshops/{id}/rehearsal": { body: () => ({ participants: 1 }), once: true },
	"delete /api/workshops/{id}/rehearsal": { once: true },
	"post /api/workshops/{code}/join": { body: () => ({ name: "Gast" }) },
	"get /api/workshops/{id}": {},
	"delete /api/workshops/{id}": { once: true },
	"get /api/workshops/{id}/erasure": {},
	"post /api/workshops/{id}/enter": { body: ({ workshop }) => ({ token: workshop.facilitatorToken }) },
	"post /api/workshops/{id}/links": { body: () => ({ role: "observer" }) },
	"get /api/workshops/{id}/links": {},
	"delete /api/workshops/{id}/links/{linkId}": { once: true },
	"post /api/workshops/{id}/recovery-code": {},
	"post /api/workshops/{code}/recover": {
		body: ({ workshop }) => ({ recoveryCode: workshop.recoveryCode }),
		once: true,
	},
	"post /api/workshops/{id}/return-link": {},
	"post /api/workshops/{id}/leave": {},
	"post /api/documents/{id}/late": { body: () => ({ id: randomUUID(), update: "AAA=" }) },
	"get /api/documents/{id}/late": {},
	"get /api/documents/{id}/history": {},
	"get /api/documents/{id}/history/{at}": {},
	"post /api/documents/{id}/set-back": { body: () => ({ id: randomUUID(), at: Date.now(), keepLater: true }) },
	"get /api/series/{seriesId}": {},
	"post /api/workshops/{id}/occasions": { body: () => ({ format: "another" }) },
	"delete /api/workshops/{id}/occasions/{occasionId}": {},
	"get /qr/{code}.svg": {},
	"get /api/workshops/{id}/steps": {},
	"get /api/workshops/{id}/measures": {},
	"get /api/workshops/{id}/measures.ics": {},
	"get /api/workshops/{id}/plenary": {},
	"get /api/workshops/{id}/statements": {},
	"post /api/workshops/{id}/materials": {
		body: () => ({ text: "in place of a file" }),
		headers: materialHeader({ phase: "group-structures", label: "Blatt", name: "blatt.txt" }),
	},
	"get /api/workshops/{id}/materials/{materialId}": {},
	"get /api/workshops/{id}/export-progress/{packageId}": {},
	"post /api/workshops/{id}/download-token": { body: () => ({ format: "pdf" }) },
	"get /api/workshops/{id}/export.json": {},
	"get /api/workshops/{id}/export.md": {},
	"get /api/workshops/{id}/export.pdf": {},
	"get /api/workshops/{id}/export.docx": {},
	"get /api/workshops/{id}/export.xlsx": {},
	"get /api/workshops/{id}/export.zip": {},
};

/** The sample of a call, its path filled in. */
export function callOf(operation: { method: string; path: string }, subjects: Subjects) {
	const { method, path } = operation;
	const { body, headers = {}, once = false } = found(CALLS[`${method} ${path}`], `sample of ${method} ${path}`);
	const { workshop, document, spareLink, material, series } = subjects;
	const to = path
		.replace("{id}", isAboutSheet(operation) ? document : workshop.id)
		.replace("{code}", workshop.code)
		.replace("{linkId}", spareLink)
		.replace("{materialId}", material)
		.replace("{seriesId}", series)
		.replace("{occasionId}", series)
		.replace("{packageId}", randomUUID())
		.replace("{at}", String(Date.now()))
		.replace("{worksheetId}", "structure-sustainability");
	return { method: method.toUpperCase(), to, body: body?.(subjects), headers, once };
}

export function isAboutSheet({ path }: { path: string }): boolean {
	return path.startsWith("/api/documents/");
}
