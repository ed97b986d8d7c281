import { type FormEvent, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { isPicture, type MaterialFile } from "../../../worksheets/contract/materials.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";

interface EditMaterialProps {
	label: string;
	file: MaterialFile;
	onSave: (changed: { label: string; alt: string }) => void;
}

/** What a file is called, and what a picture shows. */
export function EditMaterial({ label: stored, file, onSave }: EditMaterialProps) {
	const { material } = useMessages();
	const [label, setLabel] = useState(stored);
	const [alt, setAlt] = useState(file.alt);
	const [tried, setTried] = useState(false);
	const fault = (typed: string, max: number, missing: string) => {
		const length = codePoints(cleanLine(typed));
		return length === 0 ? missing : length > max ? material.tooLong({ max }) : undefined;
	};
	const ofLabel = fault(label, LIMITS.materialLabelCodePoints, material.labelMissing);
	const ofAlt = isPicture(file.type) ? fault(alt, LIMITS.altCodePoints, material.altMissing) : undefined;

	function save(event: FormEvent): void {
		event.preventDefault();
		setTried(true);
		if (ofLabel !== undefined) document.getElementById("edit-label")?.focus();
		else if (ofAlt !== undefined) document.getElementById("edit-alt")?.focus();
		else onSave({ label: cleanLine(label), alt: cleanLine(alt) });
	}

	return (
		<form className="stack" noValidate onSubmit={save}>
			<TextField
				id="edit-label"
				autoComplete="off"
				label={material.label}
				error={tried ? ofLabel : undefined}
				value={label}
				onChange={({ target }) => setLabel(target.value)}
			/>
			{isPicture(file.type) && (
				<TextArea
					id="edit-alt"
					autoComplete="off"
					rows={3}
					label={material.alt}
					hint={material.altHint}
					error={tried ? ofAlt : undefined}
					value={alt}
					onChange={({ target }) => setAlt(target.value)}
				/>
			)}
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{material.save}
				</ActButton>
			</div>
		</form>
	);
}
