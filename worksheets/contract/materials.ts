import * as z from "zod/mini";
import { idSchema } from "./ids.ts";

/** What may be uploaded, by the ending it is told under. What could run, or be shown as a page of ours, is not among it. */
export const MATERIAL_TYPES = {
	pdf: "application/pdf",
	docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	odt: "application/vnd.oasis.opendocument.text",
	ods: "application/vnd.oasis.opendocument.spreadsheet",
	odp: "application/vnd.oasis.opendocument.presentation",
	txt: "text/plain",
	md: "text/markdown",
	csv: "text/csv",
	png: "image/png",
	jpg: "image/jpeg",
	webp: "image/webp",
} as const;

export type MaterialType = keyof typeof MATERIAL_TYPES;

const PICTURES: readonly MaterialType[] = ["png", "jpg", "webp"];

/** Whether it needs words for those who cannot see it. */
export function isPicture(type: MaterialType): boolean {
	return PICTURES.includes(type);
}

export function isMaterialType(ending: string): ending is MaterialType {
	return Object.hasOwn(MATERIAL_TYPES, ending);
}

/** The type that a file's name speaks of; what it is, only its content says. Null for what is not taken. */
export function typeByName(name: string): MaterialType | null {
	const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
	const type = ending === "jpeg" ? "jpg" : ending;
	return isMaterialType(type) ? type : null;
}

/** Where a file's bytes are to be had, by whoever is told of it. */
export function materialPath(workshopId: string, materialId: string): string {
	return `/api/workshops/${workshopId}/materials/${materialId}`;
}

/** An uploaded file: kept with the workshop, and erased with it. */
export const materialFileSchema = z.object({
	id: idSchema,
	type: z.enum(Object.keys(MATERIAL_TYPES).filter(isMaterialType)),
	bytes: z.int(),
	/** What a picture shows; empty for what is no picture. */
	alt: z.string(),
});
export type MaterialFile = z.infer<typeof materialFileSchema>;

/**
 * What people need beside the sheets: a link, or with `file` an uploaded file, whose `url` is a path on this server. An
 * empty label: the address stands for itself.
 */
export const materialSchema = z.object({
	label: z.string(),
	url: z.string(),
	file: z.optional(materialFileSchema),
});
export type Material = z.infer<typeof materialSchema>;

/** The header that says what an upload is: JSON (`NewMaterial`), percent-encoded. In an address it would be logged. */
export const MATERIAL_HEADER = "Arena-Material";
