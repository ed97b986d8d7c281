import { useEffect, useRef } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { PhasePatch } from "../../../worksheets/contract/phase-patch.ts";
import { PHASE_KINDS, type PhaseView, type Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { cleanLine, cleanText, codePoints } from "../../../worksheets/contract/text.ts";
import { withoutSoftHyphens } from "../../../worksheets/report/soft-hyphens.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useSession } from "../../session/session-provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { Alert } from "../../ui/alert.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { isUsableAddress, wholeAddress } from "../whole-address.ts";
import { wholeNumber } from "../whole-number.ts";
import { GroupsField } from "./groups-field.tsx";
import { LiveTextArea, LiveTextField } from "./live-fields.tsx";
import { lockOf } from "./locks.ts";
import { patchOf } from "./material-patch.ts";
import { MaterialsForm } from "./materials-form.tsx";
import { PhaseSheetsForm } from "./phase-sheets-form.tsx";
import type { ShelfSheet } from "./shelf.ts";

interface PhaseEditorProps {
	snapshot: Snapshot;
	phase: PhaseView;
	shelf: readonly ShelfSheet[];
	/** A phase that is new: its name is what is to be typed first. */
	isNew: boolean;
	onClose: () => void;
	onRemoved: () => void;
}

/** All of one phase. What is typed is stored by itself; give it a key of the phase. */
export function PhaseEditor({ snapshot, phase: stored, shelf, isNew, onClose, onRemoved }: PhaseEditorProps) {
	const { plan, common } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	// Marks for breaking long words are the library's, and nothing to stumble over while typing.
	const phase = withoutSoftHyphens(stored);
	const lock = lockOf(snapshot, phase);
	const heading = useRef<HTMLHeadingElement>(null);
	const name = useRef<HTMLInputElement>(null);

	useEffect(() => {
		if (isNew) name.current?.select();
		else heading.current?.focus();
	}, [isNew]);

	const change = (patch: PhasePatch) => act({ type: "plan.change", phase: phase.id, patch });
	const line = {
		clean: cleanLine,
		fault: (typed: string) => {
			const length = codePoints(cleanLine(typed));
			const max = LIMITS.phaseTitleCodePoints;
			return length === 0 || length > max ? plan.nameWrong({ max }) : null;
		},
	};
	const text = (max: number) => ({
		clean: cleanText,
		fault: (typed: string) => (codePoints(cleanText(typed)) > max ? plan.tooLong({ max }) : null),
	});
	const open = lock === "open";
	const half = lock !== "over";

	async function remove(): Promise<void> {
		if (!(await act({ type: "plan.remove", phase: phase.id }))) return;
		announce(plan.removed({ title: phase.title }));
		onRemoved();
	}

	return (
		<section className="plan-editor" aria-labelledby="plan-editor-title">
			<div className="plan-editor__head">
				<Button className="plan-editor__back" icon="chevron-left" onClick={onClose}>
					{plan.toList}
				</Button>
				<h2 id="plan-editor-title" ref={heading} tabIndex={-1}>
					{half ? plan.editor : plan.viewer}: <span lang={snapshot.workshop.language}>{phase.title}</span>
				</h2>
				{half && <SaveState busy={busy} />}
				<Refused code={refused} />
			</div>
			{lock === "over" && snapshot.workshop.status !== "ended" && <Alert kind="info" title={plan.phaseOver} />}
			{lock === "running" && <Alert kind="info" title={plan.phaseRunning} />}
			<div className="plan-editor__pair">
				<LiveTextField
					{...line}
					ref={name}
					id="phase-title"
					label={plan.name}
					readOnly={!open}
					stored={phase.title}
					save={(title) => change({ title })}
				/>
				<SelectField
					id="phase-kind"
					label={plan.kind}
					disabled={!open}
					value={phase.kind}
					options={PHASE_KINDS.map((kind) => ({ value: kind, label: common.phaseKind[kind] }))}
					onChange={(event) => {
						const kind = PHASE_KINDS.find((known) => known === event.target.value);
						if (kind !== undefined) void change({ kind });
					}}
				/>
			</div>
			<LiveTextField
				id="phase-minutes"
				label={plan.duration}
				inputMode="numeric"
				width="short"
				readOnly={!half}
				stored={String(phase.minutes)}
				clean={(typed) => typed.trim()}
				fault={(typed) =>
					wholeNumber(typed, LIMITS.phaseMinutes) === null ? plan.durationWrong({ max: LIMITS.phaseMinutes }) : null
				}
				save={(typed) => change({ minutes: wholeNumber(typed, LIMITS.phaseMinutes) ?? phase.minutes })}
			/>
			<LiveTextArea
				{...text(LIMITS.assignmentCodePoints)}
				id="phase-assignment"
				label={plan.assignment}
				hint={plan.assignmentHint}
				readOnly={!open}
				stored={phase.assignment}
				save={(assignment) => change({ assignment })}
			/>
			<PhaseSheetsForm
				snapshot={snapshot}
				phase={phase}
				shelf={shelf}
				locked={!open}
				onChange={(sheets) => change({ sheets })}
			/>
			{phase.kind === "group" && (
				<GroupsField
					snapshot={snapshot}
					phase={phase}
					locked={!open}
					onRule={(groupsRule) => void change({ groupsRule })}
				/>
			)}
			<LiveTextArea
				{...text(LIMITS.scriptCodePoints)}
				id="phase-script"
				label={plan.script}
				hint={plan.scriptHint}
				rows={5}
				readOnly={!half}
				stored={phase.script ?? ""}
				save={(script) => change({ script })}
			/>
			<MaterialsForm
				filesHref={`/w/${snapshot.workshop.id}/material`}
				materials={phase.materials ?? []}
				locked={!half}
				onChange={(materials) => change({ materials: materials.map(patchOf) })}
			/>
			<LiveTextField
				id="phase-conference"
				type="url"
				inputMode="url"
				label={plan.conference}
				hint={plan.conferenceHint}
				optional
				readOnly={!half}
				stored={phase.conferenceUrl ?? ""}
				clean={wholeAddress}
				fault={(typed) => (isUsableAddress(typed) ? null : plan.conferenceWrong)}
				save={(conferenceUrl) => change({ conferenceUrl })}
			/>
			{open && snapshot.phases.length > 1 && (
				<div className="cluster plan-editor__remove">
					<ActButton variant="danger" icon="trash" onClick={() => void remove()}>
						{plan.remove}
					</ActButton>
				</div>
			)}
		</section>
	);
}

/** Said in words and in one place; nothing here has to be saved by hand. */
function SaveState({ busy }: { busy: boolean }) {
	const { plan } = useMessages();
	const { connection } = useSession();
	if (connection !== "live") return null;
	return <p className="plan-editor__saved muted">{busy ? plan.saving : plan.allSaved}</p>;
}
