import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { isPicture, typeByName } from "../../../worksheets/contract/materials.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import type { Messages } from "../../i18n/messages.ts";

export type UploadField = "upload-file" | "upload-label" | "upload-alt";

export interface UploadFault {
	field: UploadField;
	message: string;
}

interface Chosen {
	file: File | null;
	label: string;
	alt: string;
}

/** What this browser can know before anything is sent. */
export function faultsBefore({ file, label, alt }: Chosen, texts: Messages["material"]): UploadFault[] {
	const faults: UploadFault[] = [];
	const type = file === null ? null : typeByName(file.name);
	const picture = type !== null && isPicture(type);
	const most = picture ? LIMITS.pictureBytes : LIMITS.materialBytes;
	const ofFile =
		file === null
			? texts.chooseFile
			: type === null
				? texts.wrongType
				: file.size === 0
					? texts.empty
					: file.size > most
						? texts.tooLarge
						: null;
	if (ofFile !== null) faults.push({ field: "upload-file", message: ofFile });
	const line = (field: UploadField, typed: string, max: number, missing: string) => {
		const length = codePoints(cleanLine(typed));
		if (length === 0) faults.push({ field, message: missing });
		else if (length > max) faults.push({ field, message: texts.tooLong({ max }) });
	};
	if (file !== null) line("upload-label", label, LIMITS.materialLabelCodePoints, texts.labelMissing);
	if (picture) line("upload-alt", alt, LIMITS.altCodePoints, texts.altMissing);
	return faults;
}

/** What the server said no to, in words and beside the field that it is about. */
export function faultAfter(fault: string, texts: Messages["material"]): UploadFault {
	const about = (message: string, field: UploadField = "upload-file"): UploadFault => ({ field, message });
	const [code, detail] = fault.split(" ");
	if (detail === "alt") return about(texts.altMissing, "upload-alt");
	if (code === "too-large") return about(texts.tooLarge);
	if (detail === "type") return about(texts.wrongType);
	if (detail === "picture") return about(texts.badPicture);
	if (detail === "materials") return about(texts.phaseFull);
	if (detail === "files") return about(texts.workshopFull);
	if (code === "wrong-state" || code === "ended" || code === "not-found") return about(texts.phaseOver);
	return about(texts.failed);
}
