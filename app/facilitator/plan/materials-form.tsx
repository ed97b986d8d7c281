import { type FormEvent, useRef, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Material } from "../../../worksheets/contract/materials.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { isUsableAddress, wholeAddress } from "../whole-address.ts";

interface MaterialsFormProps {
	/** Where files are uploaded and removed. */
	filesHref: string;
	materials: readonly Material[];
	locked: boolean;
	/** Resolves with whether it went through. */
	onChange: (materials: Material[]) => Promise<boolean>;
}

const NOTHING: Material = { label: "", url: "" };

/** What people need in a phase beside the sheets. Links are made here, files on the page of materials. */
export function MaterialsForm({ filesHref, materials, locked, onChange }: MaterialsFormProps) {
	const { plan } = useMessages();
	const format = useFormat();
	const announce = useAnnounce();
	const [typed, setTyped] = useState(NOTHING);
	const [tried, setTried] = useState(false);
	const address = useRef<HTMLInputElement>(null);
	const url = wholeAddress(typed.url);
	const urlWrong = url === "" || !isUsableAddress(url);
	const labelWrong = codePoints(cleanLine(typed.label)) > LIMITS.materialLabelCodePoints;

	async function add(event: FormEvent): Promise<void> {
		event.preventDefault();
		setTried(true);
		if (urlWrong || labelWrong) return address.current?.focus();
		const added = { label: cleanLine(typed.label), url };
		if (!(await onChange([...materials, added]))) return;
		announce(plan.materialAdded({ label: nameOf(added) }));
		setTyped(NOTHING);
		setTried(false);
		address.current?.focus();
	}

	async function remove(material: Material): Promise<void> {
		if (!(await onChange(materials.filter((other) => other !== material)))) return;
		announce(plan.materialRemoved({ label: nameOf(material) }));
		address.current?.focus();
	}

	return (
		<fieldset className="plan-part">
			<legend className="plan-part__title">{plan.materials}</legend>
			<p className="muted">{plan.materialsHint}</p>
			{materials.length === 0 ? (
				<p className="muted">{plan.noMaterials}</p>
			) : (
				<ul className="plan-materials">
					{materials.map((material, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice
						<li key={`${material.url} ${index}`} className="plan-materials__entry">
							<span className="plan-materials__name">
								{nameOf(material)}
								{material.file !== undefined ? (
									<span className="muted">
										{material.file.type.toUpperCase()}, {format.bytes(material.file.bytes)}
									</span>
								) : (
									material.label !== "" && <span className="muted">{material.url}</span>
								)}
							</span>
							{!locked && material.file === undefined && (
								<ActButton variant="tertiary" icon="close" iconOnly onClick={() => void remove(material)}>
									{plan.removeMaterial({ label: nameOf(material) })}
								</ActButton>
							)}
						</li>
					))}
				</ul>
			)}
			{!locked &&
				(materials.length >= LIMITS.materials ? (
					<p className="muted">{plan.materialsFull}</p>
				) : (
					<form className="stack-tight" noValidate onSubmit={(event) => void add(event)}>
						<TextField
							ref={address}
							id="material-url"
							type="url"
							inputMode="url"
							autoComplete="off"
							label={plan.materialUrl}
							error={tried && urlWrong ? plan.conferenceWrong : undefined}
							value={typed.url}
							onChange={(event) => setTyped({ ...typed, url: event.target.value })}
						/>
						<TextField
							id="material-label"
							autoComplete="off"
							label={plan.materialLabel}
							optional
							error={tried && labelWrong ? plan.tooLong({ max: LIMITS.materialLabelCodePoints }) : undefined}
							value={typed.label}
							onChange={(event) => setTyped({ ...typed, label: event.target.value })}
						/>
						<div className="cluster">
							<ActButton type="submit" icon="plus">
								{plan.addMaterial}
							</ActButton>
						</div>
					</form>
				))}
			<div className="cluster">
				<LinkButton href={filesHref} variant="tertiary" icon="chevron-right">
					{plan.toFiles}
				</LinkButton>
			</div>
		</fieldset>
	);
}

function nameOf({ label, url }: Material): string {
	return label === "" ? url : label;
}
