import { type FormEvent, useEffect, useRef, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Dimension, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { cleanLine } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { Alert } from "../../ui/alert.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { randomId } from "../../worksheet/random-id.ts";
import { DimensionFields, fieldId } from "./dimension-fields.tsx";
import {
	changed,
	type Draft,
	type LeftDraft,
	leftOut,
	moved,
	type Preset,
	presetOf,
	problemsOf,
	sameDraft,
} from "./draft.ts";
import { PresetList } from "./preset-list.tsx";

interface DimensionsFormProps {
	snapshot: Snapshot;
	/** What the workshop's sheets themselves say. */
	proposed: Draft;
	presets: readonly Preset[];
	/** As it was left when the dialog was closed without an answer; null: as it is stored. */
	left: LeftDraft | null;
	onDraft: (draft: LeftDraft | null) => void;
	onClose: () => void;
}

/** What an act of the list has done, and how to take it back. */
interface Done {
	before: Draft;
	said: string;
	/** Where a row was; null where the whole list was replaced. */
	at: number | null;
}

/** Which dimensions a workshop has, their words and their order. Nothing changes for others until it is saved. */
export function DimensionsForm({ snapshot, proposed, presets, left, onDraft: onLeft, onClose }: DimensionsFormProps) {
	const { facilitator, dimensions: words } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	const { workshop } = snapshot;
	const stored = workshop.dimensions?.dimensions ?? proposed;
	const { draft, begun } = left ?? { draft: stored, begun: stored };
	const onDraft = (next: Draft | null) => onLeft(next === null ? null : { draft: next, begun });
	const [done, setDone] = useState<Done | null>(null);
	const [said, setSaid] = useState("");
	const [tried, setTried] = useState(false);
	const focusNext = useFocusAfter(draft);
	const preset = presetOf(draft, presets);
	const spare = leftOut(draft, proposed, workshop.formerDimensions, stored);
	const problems = tried ? problemsOf(draft) : [];
	const full = draft.length >= LIMITS.dimensions;

	function change(next: Draft, news: { said: string; at: number | null; focus: string | null }): void {
		setDone({ before: draft, said: news.said, at: news.at });
		setSaid(news.said);
		onDraft(next);
		focusNext(news.focus);
	}

	function remove({ id, label }: Dimension, index: number): void {
		const said = words.removed({ name: label });
		change(
			draft.filter((row) => row.id !== id),
			{ said, at: index, focus: UNDO },
		);
	}

	function move(row: Dimension, by: -1 | 1): void {
		const next = moved(draft, row.id, by);
		if (next === draft) return;
		setDone(null);
		onDraft(next);
		setSaid(words.movedTo({ name: row.label, position: next.indexOf(row) + 1, count: next.length }));
		focusNext(fieldId(row.id, by < 0 ? "up" : "down"));
	}

	function add(row: Dimension): void {
		if (full) return;
		setDone(null);
		onDraft([...draft, row]);
		setSaid("");
		focusNext(fieldId(row.id, "label"));
	}

	function undo({ before }: Done): void {
		const back = before.find(({ id }) => !draft.some((row) => row.id === id));
		onDraft(before);
		setDone(null);
		setSaid(words.undone);
		focusNext(back === undefined ? LIST : fieldId(back.id, "label"));
	}

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		setTried(true);
		if (busy || problemsOf(draft).length > 0) return;
		const dimensions = sameDraft(draft, proposed) ? null : { preset: preset?.id ?? null, dimensions: [...draft] };
		if (!(await act({ type: "workshop.set", details: { dimensions } }))) return;
		announce(words.saved);
		dismiss();
	}

	function dismiss(): void {
		onDraft(null);
		onClose();
	}

	const undoLine = (what: Done) => (
		<div className="cluster">
			<span>{what.said}</span>
			<Button id={UNDO} icon="undo" onClick={() => undo(what)}>
				{words.undo}
			</Button>
		</div>
	);

	return (
		<form className="stack" noValidate onSubmit={(event) => void save(event)}>
			<p>{words.lead}</p>
			{workshop.status === "running" && <p className="sheet-notice">{words.running}</p>}
			{!sameDraft(begun, stored) && (
				<Alert kind="warning" role="status" title={words.changedMeanwhile}>
					<div className="cluster">
						<Button
							onClick={() => {
								onDraft(null);
								setDone(null);
								focusNext(LIST);
							}}
						>
							{words.takeTheirs}
						</Button>
					</div>
				</Alert>
			)}
			<ErrorSummary
				errors={problems.map(({ id, part, what }) => ({ field: fieldId(id, part), message: words.wrong[what] }))}
			/>
			<PresetList
				presets={presets}
				chosen={preset}
				language={workshop.language}
				onTake={({ title, dimensions }) => change(dimensions, { said: words.taken({ title }), at: null, focus: UNDO })}
			/>
			{done !== null && done.at === null && undoLine(done)}
			<div className="cluster">
				<h3 id={LIST} tabIndex={-1}>
					{words.here}
				</h3>
				<Badge kind={preset === undefined ? "neutral" : "info"}>
					{preset === undefined ? facilitator.dimensionsOwn : facilitator.dimensionsProposal}
				</Badge>
			</div>
			<ol className="sheet-cards">
				{draft.map((row, index) => [
					done?.at === index && <li key="undo">{undoLine(done)}</li>,
					<li key={row.id} className="sheet-card">
						<DimensionFields
							row={row}
							position={index + 1}
							count={draft.length}
							language={workshop.language}
							problems={problems.filter(({ id }) => id === row.id)}
							onChange={(said) => onDraft(changed(draft, row.id, said))}
							onMove={(by) => move(row, by)}
							onRemove={() => remove(row, index)}
						/>
					</li>,
				])}
				{done?.at === draft.length && <li key="undo">{undoLine(done)}</li>}
			</ol>
			<div className="cluster">
				<Button
					icon="plus"
					aria-disabled={full || undefined}
					onClick={() => add({ id: `own-${randomId()}`, label: "", help: "" })}
				>
					{words.add}
				</Button>
				{!sameDraft(draft, proposed) && (
					<Button
						variant="tertiary"
						icon="undo"
						onClick={() => change(proposed, { said: words.backToProposal, at: null, focus: UNDO })}
					>
						{words.toProposal}
					</Button>
				)}
			</div>
			{full && <p>{words.full({ max: LIMITS.dimensions })}</p>}
			{spare.length > 0 && (
				<section className="stack" aria-labelledby="dimensions-spare">
					<h3 id="dimensions-spare">{words.spare}</h3>
					<p>{words.spareHint}</p>
					<ul className="plain-list" lang={workshop.language}>
						{spare.map((row) => (
							<li key={row.id} className="cluster">
								<span>{row.label}</span>
								<Button
									aria-disabled={full || undefined}
									aria-label={words.takeUpOf({ name: cleanLine(row.label) })}
									onClick={() => add(row)}
								>
									{words.takeUp}
								</Button>
							</li>
						))}
					</ul>
				</section>
			)}
			{/* The page's own live region is out of reach while a dialog is open. */}
			<div role="status">
				<VisuallyHidden>{said}</VisuallyHidden>
			</div>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{words.save}
				</ActButton>
				<Button onClick={dismiss}>{words.cancel}</Button>
			</div>
		</form>
	);
}

const UNDO = "dimensions-undo";
const LIST = "dimensions-list";

/** Gives the focus to the thing with an id once the list has been drawn anew: React moves rows, and so drops it. */
function useFocusAfter(drawn: Draft): (id: string | null) => void {
	const wanted = useRef<string | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: to be looked at whenever the list is another
	useEffect(() => {
		if (wanted.current === null) return;
		document.getElementById(wanted.current)?.focus();
		wanted.current = null;
	}, [drawn]);
	return (id) => {
		wanted.current = id;
	};
}
