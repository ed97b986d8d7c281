import { useId, useRef, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import {
	type PhaseView,
	SCOPE_KINDS,
	type ScopeKind,
	type SheetUse,
	type Snapshot,
} from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { CheckboxField } from "../../ui/checkbox-field.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { ShelfSheet } from "./shelf.ts";

interface PhaseSheetsFormProps {
	snapshot: Snapshot;
	phase: PhaseView;
	shelf: readonly ShelfSheet[];
	locked: boolean;
	/** Resolves with whether it went through. */
	onChange: (sheets: SheetUse[]) => Promise<boolean>;
}

/** Which worksheets a phase lays out: for whom, which parts, and whether to write or to read. */
export function PhaseSheetsForm({ snapshot, phase, shelf, locked, onChange }: PhaseSheetsFormProps) {
	const { plan } = useMessages();
	const announce = useAnnounce();
	const { language } = snapshot.workshop;
	const { sheets } = phase;
	const picker = useRef<HTMLSelectElement>(null);
	const [picked, setPicked] = useState("");
	const titleOf = (id: string) => shelf.find((sheet) => sheet.id === id)?.title[language] ?? id;
	const spare = shelf.filter(({ id }) => freeScopes(sheets, id).length > 0);

	async function add(): Promise<void> {
		const scope = scopeFor(phase, freeScopes(sheets, picked));
		if (scope === undefined || !(await onChange([...sheets, { worksheet: picked, scope }]))) return;
		announce(plan.sheetAdded({ sheet: titleOf(picked) }));
		setPicked("");
	}

	async function remove(use: SheetUse): Promise<void> {
		if (!(await onChange(sheets.filter((other) => other !== use)))) return;
		announce(plan.sheetRemoved({ sheet: titleOf(use.worksheet) }));
		picker.current?.focus();
	}

	return (
		<fieldset className="plan-part">
			<legend className="plan-part__title">{plan.sheets}</legend>
			{sheets.length === 0 && <p className="muted">{plan.noSheets}</p>}
			{sheets.map((use) => (
				<SheetForm
					key={`${use.worksheet} ${use.scope}`}
					use={use}
					sheet={shelf.find(({ id }) => id === use.worksheet)}
					language={language}
					scopes={[use.scope, ...freeScopes(sheets, use.worksheet)]}
					locked={locked}
					onChange={(next) => void onChange(sheets.map((other) => (other === use ? next : other)))}
					onRemove={() => void remove(use)}
				/>
			))}
			{!locked &&
				(sheets.length >= LIMITS.sheetsPerPhase ? (
					<p className="muted">{plan.sheetsFull}</p>
				) : (
					<div className="plan-part__add">
						<SelectField
							ref={picker}
							id="phase-sheet"
							label={plan.whichSheet}
							value={picked}
							options={[
								{ value: "", label: plan.chooseSheet },
								...spare.map(({ id, title }) => ({ value: id, label: title[language] })),
							]}
							onChange={(event) => setPicked(event.target.value)}
						/>
						<ActButton icon="plus" resting={picked === ""} onClick={() => void add()}>
							{plan.addSheet}
						</ActButton>
					</div>
				))}
		</fieldset>
	);
}

interface SheetFormProps {
	use: SheetUse;
	/** Undefined for a sheet that is no longer there to be chosen. */
	sheet: ShelfSheet | undefined;
	language: Snapshot["workshop"]["language"];
	scopes: readonly ScopeKind[];
	locked: boolean;
	onChange: (use: SheetUse) => void;
	onRemove: () => void;
}

function SheetForm({ use, sheet, language, scopes, locked, onChange, onRemove }: SheetFormProps) {
	const { plan } = useMessages();
	const id = useId();
	const title = sheet?.title[language] ?? use.worksheet;
	const all = sheet?.sections ?? [];
	const chosen = use.sections ?? all.map((section) => section.id);

	function toggle(section: string, on: boolean): void {
		const next = all.map((known) => known.id).filter((known) => (known === section ? on : chosen.includes(known)));
		const { sections: _sections, ...rest } = use;
		onChange(next.length === all.length ? rest : { ...rest, sections: next });
	}

	function show(readOnly: boolean): void {
		const { readOnly: _readOnly, ...rest } = use;
		onChange(readOnly ? { ...rest, readOnly } : rest);
	}

	return (
		<fieldset className="plan-sheet">
			<legend className="plan-sheet__title" lang={language}>
				{title}
			</legend>
			<SelectField
				id={`${id}-scope`}
				label={plan.sheetFor}
				hint={use.readOnly === true ? undefined : plan.writers[use.scope]}
				disabled={locked}
				value={use.scope}
				options={SCOPE_KINDS.map((scope) => ({
					value: scope,
					label: plan.scope[scope],
					disabled: !scopes.includes(scope),
				}))}
				onChange={(event) => {
					const scope = SCOPE_KINDS.find((known) => known === event.target.value);
					if (scope !== undefined) onChange({ ...use, scope });
				}}
			/>
			<CheckboxField
				id={`${id}-read`}
				label={plan.readOnly}
				hint={plan.readOnlyHint}
				disabled={locked}
				checked={use.readOnly === true}
				onChange={(event) => show(event.target.checked)}
			/>
			{all.length > 1 && (
				<Disclosure summary={plan.parts({ chosen: chosen.length, all: all.length })}>
					<fieldset className="plan-sheet__parts">
						<legend className="kern-label">{plan.partsOf({ sheet: title })}</legend>
						{all.map((section) => {
							const isLast = chosen.length === 1 && chosen[0] === section.id;
							return (
								<CheckboxField
									key={section.id}
									id={`${id}-${section.id}`}
									label={<span lang={language}>{section.title[language]}</span>}
									hint={isLast ? plan.onePart : undefined}
									disabled={locked || isLast}
									checked={chosen.includes(section.id)}
									onChange={(event) => toggle(section.id, event.target.checked)}
								/>
							);
						})}
					</fieldset>
				</Disclosure>
			)}
			{!locked && (
				<div className="cluster">
					<ActButton variant="tertiary" icon="close" onClick={onRemove}>
						{plan.removeSheet({ sheet: title })}
					</ActButton>
				</div>
			)}
		</fieldset>
	);
}

/** For whom this phase does not use that worksheet yet. */
function freeScopes(sheets: readonly SheetUse[], worksheet: string): ScopeKind[] {
	return SCOPE_KINDS.filter((scope) => !sheets.some((use) => use.worksheet === worksheet && use.scope === scope));
}

/** For whom a worksheet is most likely meant in a phase of this kind. */
function scopeFor({ kind }: PhaseView, free: readonly ScopeKind[]): ScopeKind | undefined {
	const likely: ScopeKind = kind === "group" ? "group" : kind === "individual" ? "participant" : "plenary";
	return free.find((scope) => scope === likely) ?? free[0];
}
