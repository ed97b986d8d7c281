import { useRef, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Material, MaterialFile } from "../../../worksheets/contract/materials.ts";
import type { PhaseView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { MaterialEntry } from "../../session/material/material-entry.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { lockOf } from "../plan/locks.ts";
import { patchOf } from "../plan/material-patch.ts";
import { EditMaterial } from "./edit-material.tsx";
import { UploadForm } from "./upload-form.tsx";

type FileMaterial = Material & { file: MaterialFile };
type Open = { what: "upload" } | { what: "edit" | "remove"; material: FileMaterial };

/** A phase's materials with what those who steer do with them. Links are the plan's. */
export default function ManagePhase({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	const { material } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const [open, setOpen] = useState<Open | null>(null);
	const section = useRef<HTMLDivElement>(null);
	const { materials = [] } = phase;
	const changeable = lockOf(snapshot, phase) !== "over";

	/** The button that was pressed may be gone: the focus goes to what is nearest. */
	function close(): void {
		setOpen(null);
		requestAnimationFrame(() => {
			if (document.activeElement !== document.body) return;
			section.current?.querySelector<HTMLElement>("[data-add]")?.focus();
			if (document.activeElement === document.body) section.current?.focus();
		});
	}

	async function save(changed: FileMaterial, { label, alt }: { label: string; alt: string }): Promise<void> {
		const next = materials.map((one) =>
			one === changed ? { ...changed, label, file: { ...changed.file, alt } } : one,
		);
		const patch = { materials: next.map(patchOf) };
		if (await act({ type: "plan.change", phase: phase.id, patch })) announce(material.saved);
		close();
	}

	async function remove({ label, file }: FileMaterial): Promise<void> {
		if (await act({ type: "material.remove", material: file.id })) announce(material.removed({ label }));
		close();
	}

	return (
		<div ref={section} className="stack-tight" tabIndex={-1}>
			<Refused code={refused} />
			{materials.length === 0 && !changeable && <p className="muted">{material.noneYet}</p>}
			{materials.length > 0 && (
				<ul className="materials">
					{materials.map((entry, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice
						<MaterialEntry key={`${entry.url} ${index}`} material={entry}>
							{isFile(entry) && (
								<span className="materials__acts">
									{changeable && (
										<ActButton
											variant="tertiary"
											icon="pencil"
											iconOnly
											onClick={() => setOpen({ what: "edit", material: entry })}
										>
											{material.edit({ label: entry.label })}
										</ActButton>
									)}
									<ActButton
										variant="tertiary"
										icon="trash"
										iconOnly
										onClick={() => setOpen({ what: "remove", material: entry })}
									>
										{material.remove({ label: entry.label })}
									</ActButton>
								</span>
							)}
						</MaterialEntry>
					))}
				</ul>
			)}
			{!changeable ? null : materials.length >= LIMITS.materials ? (
				<p className="muted">{material.phaseFull}</p>
			) : open?.what === "upload" ? (
				<UploadForm workshopId={snapshot.workshop.id} phase={phase.id} onDone={close} />
			) : (
				<div className="cluster">
					<ActButton
						data-add
						icon="plus"
						aria-label={material.addTo({ phase: phase.title })}
						onClick={() => setOpen({ what: "upload" })}
					>
						{material.add}
					</ActButton>
				</div>
			)}
			<Dialog open={open?.what === "edit"} title={material.editTitle} onClose={close}>
				{open?.what === "edit" && (
					<EditMaterial
						label={open.material.label}
						file={open.material.file}
						onSave={(changed) => void save(open.material, changed)}
					/>
				)}
			</Dialog>
			<Dialog
				open={open?.what === "remove"}
				title={material.removeTitle}
				onClose={close}
				footer={
					<>
						<Button onClick={close}>{material.keep}</Button>
						<ActButton
							variant="danger"
							onClick={() => {
								if (open?.what === "remove") void remove(open.material);
							}}
						>
							{material.removeNow}
						</ActButton>
					</>
				}
			>
				{open?.what === "remove" && <p>{material.removeText({ label: open.material.label })}</p>}
			</Dialog>
		</div>
	);
}

function isFile(material: Material): material is FileMaterial {
	return material.file !== undefined;
}
