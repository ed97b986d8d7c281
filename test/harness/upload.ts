import { MATERIAL_HEADER, type Material, materialSchema } from "../../worksheets/contract/materials.ts";

export interface Upload {
	phase: string;
	label: string;
	name: string;
	alt?: string;
}

/** The header of an upload, as the page writes it. */
export function materialHeader(about: unknown): Record<string, string> {
	return { [MATERIAL_HEADER]: encodeURIComponent(JSON.stringify(about)) };
}

/** Uploads a file as the page does, and gives what the server says. */
export async function upload(
	{ url, id, token }: { url: string; id: string; token: string },
	about: Upload,
	bytes: Uint8Array<ArrayBuffer> | string,
): Promise<Response> {
	return await fetch(`${url}/api/workshops/${id}/materials`, {
		method: "POST",
		headers: { Authorization: `Bearer ${token}`, ...materialHeader(about) },
		body: bytes,
	});
}

/** The same where it must be taken. */
export async function uploaded(...asked: Parameters<typeof upload>): Promise<Material & { id: string }> {
	const answer = await upload(...asked);
	if (answer.status !== 201) throw new Error(`the upload was refused: ${answer.status} ${await answer.text()}`);
	const material = materialSchema.parse(await answer.json());
	if (material.file === undefined) throw new Error("the upload is no file");
	return { ...material, id: material.file.id };
}
