import { type FormEvent, useEffect, useRef, useState } from "react";
import { isPicture, MATERIAL_TYPES, typeByName } from "../../../worksheets/contract/materials.ts";
import { cleanLine } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { sendFile } from "./upload-client.ts";
import { faultAfter, faultsBefore, type UploadFault, type UploadField } from "./upload-faults.ts";

const ACCEPT = [...Object.keys(MATERIAL_TYPES), "jpeg"].map((ending) => `.${ending}`).join(",");
const NOTHING = { file: null, label: "", alt: "" };

interface UploadFormProps {
	workshopId: string;
	phase: string;
	onDone: () => void;
}

/** A file for a phase: what it is called, what it shows, and how far it has come. */
export function UploadForm({ workshopId, phase, onDone }: UploadFormProps) {
	const { material } = useMessages();
	const announce = useAnnounce();
	const [chosen, setChosen] = useState<{ file: File | null; label: string; alt: string }>(NOTHING);
	const [faults, setFaults] = useState<UploadFault[]>([]);
	const [share, setShare] = useState<number | null>(null);
	const sending = useRef<AbortController | null>(null);
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => () => sending.current?.abort(), []);
	const type = chosen.file === null ? null : typeByName(chosen.file.name);

	async function send(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (sending.current !== null) return;
		const found = faultsBefore(chosen, material);
		setFaults(found);
		if (found.length > 0 || chosen.file === null) return;
		sending.current = new AbortController();
		setShare(0);
		const label = cleanLine(chosen.label);
		const outcome = await sendFile({
			workshopId,
			phase,
			file: chosen.file,
			label,
			alt: type !== null && isPicture(type) ? cleanLine(chosen.alt) : "",
			onProgress: setShare,
			signal: sending.current.signal,
		});
		sending.current = null;
		setShare(null);
		if (outcome.ok) {
			announce(material.uploaded({ label }));
			onDone();
		} else if (outcome.fault === "aborted") {
			announce(material.cancelled);
			input.current?.focus();
		} else {
			setFaults([faultAfter(outcome.fault, material)]);
		}
	}

	// A form may be open in several phases.
	const idOf = (field: UploadField) => `${field}-${phase}`;
	const errorOf = (field: UploadField) => faults.find((fault) => fault.field === field)?.message;
	return (
		<form className="stack materials__form" noValidate onSubmit={(event) => void send(event)}>
			<ErrorSummary errors={faults.map(({ field, message }) => ({ field: idOf(field), message }))} />
			<TextField
				ref={input}
				id={idOf("upload-file")}
				type="file"
				accept={ACCEPT}
				label={material.file}
				hint={material.fileHint}
				error={errorOf("upload-file")}
				onChange={({ target }) => {
					const file = target.files?.[0] ?? null;
					const named = file === null ? "" : cleanLine(file.name.replace(/\.[^.]+$/, "")).slice(0, 100);
					setChosen((now) => ({ ...now, file, label: now.label === "" ? named : now.label }));
				}}
			/>
			<TextField
				id={idOf("upload-label")}
				autoComplete="off"
				label={material.label}
				error={errorOf("upload-label")}
				value={chosen.label}
				onChange={({ target }) => setChosen((now) => ({ ...now, label: target.value }))}
			/>
			{type !== null && isPicture(type) && (
				<TextArea
					id={idOf("upload-alt")}
					autoComplete="off"
					rows={2}
					label={material.alt}
					hint={material.altHint}
					error={errorOf("upload-alt")}
					value={chosen.alt}
					onChange={({ target }) => setChosen((now) => ({ ...now, alt: target.value }))}
				/>
			)}
			{share !== null && <Progress id={`upload-progress-${phase}`} share={share} />}
			<div className="cluster">
				<ActButton type="submit" variant="primary" resting={share !== null}>
					{material.upload}
				</ActButton>
				<Button onClick={() => (share === null ? onDone() : sending.current?.abort())}>{material.cancel}</Button>
			</div>
		</form>
	);
}

function Progress({ id, share }: { id: string; share: number }) {
	const { material } = useMessages();
	const text = share >= 1 ? material.checking : material.uploading({ percent: Math.round(share * 100) });
	return (
		<div className="stack-tight">
			<label htmlFor={id}>{text}</label>
			<progress id={id} className="kern-progress" value={share} max={1} />
		</div>
	);
}
