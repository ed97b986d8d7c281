import { MATERIAL_HEADER } from "../../../worksheets/contract/materials.ts";

export interface UploadRequest {
	workshopId: string;
	file: File;
	phase: string;
	label: string;
	alt: string;
	/** How much has left this browser, from 0 to 1. */
	onProgress(share: number): void;
	signal: AbortSignal;
}

/** What came of it; `fault` is the server's code, with the first word of its detail where it has one. */
export type UploadOutcome = { ok: true } | { ok: false; fault: string };

/** Sends a file with its progress, which `fetch` does not tell. */
export function sendFile({
	workshopId,
	file,
	phase,
	label,
	alt,
	onProgress,
	signal,
}: UploadRequest): Promise<UploadOutcome> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		const away = () => resolve({ ok: false, fault: signal.aborted ? "aborted" : "unavailable" });
		request.open("POST", `/api/workshops/${workshopId}/materials`);
		const said = { phase, label, name: file.name.slice(-200), ...(alt === "" ? {} : { alt }) };
		request.setRequestHeader(MATERIAL_HEADER, encodeURIComponent(JSON.stringify(said)));
		request.setRequestHeader("Content-Type", "application/octet-stream");
		request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
		request.addEventListener("load", () => {
			resolve(request.status === 201 ? { ok: true } : { ok: false, fault: faultIn(request.responseText) });
		});
		request.addEventListener("error", away);
		request.addEventListener("abort", away);
		signal.addEventListener("abort", () => request.abort());
		request.send(file);
	});
}

/** „invalid type“, „full files“, „too-large file“. */
function faultIn(problem: string): string {
	try {
		const said: unknown = JSON.parse(problem);
		if (typeof said !== "object" || said === null || !("code" in said)) return "unavailable";
		const detail = "detail" in said ? String(said.detail).split(":")[0] : "";
		return `${String(said.code)} ${detail}`.trim();
	} catch {
		return "unavailable";
	}
}
