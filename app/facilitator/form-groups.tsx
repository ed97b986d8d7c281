import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Command } from "../../worksheets/contract/commands.ts";
import { headCount } from "../../worksheets/contract/head-count.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { RadioGroup } from "../ui/radio-group.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { agendaPosition } from "./agenda-position.ts";
import { couldKeepGroups } from "./groups-before.ts";
import { seatCommands } from "./seat-commands.ts";
import { type ListProblem, readSeatList, type SeatList } from "./seat-list.ts";
import { SeatListFields } from "./seat-list-fields.tsx";
import { SeatPreview } from "./seat-preview.tsx";
import { wholeNumber } from "./whole-number.ts";

const STRATEGIES = ["keep", "random", "remix", "even-by-organisation", "self", "manual", "list"] as const;
type Strategy = (typeof STRATEGIES)[number];

const NOW = "now";
/** Groups of about this many people are offered first. */
const USUAL_SIZE = 4;

interface FormGroupsProps {
	snapshot: Snapshot;
	/** The list as it was typed so far: it outlives the dialog. */
	list: string;
	onList: (text: string) => void;
	onFormed: () => void;
}

/** Makes groups: how many, how people come into them, and from which phase on. Former groups keep their texts. */
export function FormGroups({ snapshot, list, onList, onFormed }: FormGroupsProps) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	const people = headCount(snapshot.participants.filter((person) => !person.waiting));
	const [count, setCount] = useState(() => String(usualCount(snapshot)));
	const [asked, setStrategy] = useState<Strategy>(() => (hasMet(snapshot) ? "remix" : "random"));
	const [from, setFrom] = useState(NOW);
	const [wrong, setWrong] = useState(false);
	const [problems, setProblems] = useState<readonly ListProblem[]>([]);
	const [preview, setPreview] = useState<SeatList | null>(null);
	const groups = wholeNumber(count, LIMITS.groups);
	const ahead = groupPhasesAhead(snapshot);
	const target = ahead.find(({ id }) => id === from);
	const canKeep = target !== undefined && couldKeepGroups(snapshot, target);
	const strategy = asked === "keep" && !canKeep ? "random" : asked;
	const fromList = strategy === "list";
	const keeps = strategy === "keep";
	const first = useFirstFocus();

	/** Commands for what is chosen, or null where something has to be seen or put right first. */
	function commands(): Command[] | null {
		if (keeps) return target === undefined ? null : [{ type: "groups.keep", phase: target.id }];
		const where = target === undefined ? {} : { phase: target.id };
		if (fromList) return preview === null ? look() : seatCommands(preview, where);
		setWrong(groups === null);
		if (groups === null) return null;
		const create: Command = { type: "groups.create", count: groups, ...where };
		return strategy === "manual" ? [create] : [create, { type: "groups.assign", strategy, ...where }];
	}

	function look(): null {
		const read = readSeatList(list);
		const fine = read.problems.length === 0 && read.seats.length > 0;
		setWrong(read.problems.length === 0 && read.seats.length === 0);
		setProblems(read.problems);
		setPreview(fine ? read : null);
		return null;
	}

	function changeList(text: string): void {
		onList(text);
		setProblems([]);
		setPreview(null);
		setWrong(false);
	}

	async function form(event: FormEvent): Promise<void> {
		event.preventDefault();
		if (busy) return;
		const sent = commands();
		if (sent === null || !(await act(...sent))) return;
		announce(said());
		onFormed();
	}

	function said(): string {
		const made = fromList ? (preview?.groups.length ?? 0) : (groups ?? 0);
		if (target === undefined) return facilitator.groupsFormed({ count: made });
		return keeps
			? facilitator.groupsKept({ title: target.title })
			: facilitator.groupsPrepared({ title: target.title });
	}

	const offered = STRATEGIES.filter(
		(value) => (value !== "remix" || hasGroups(snapshot)) && (value !== "keep" || canKeep),
	);
	const doIt = keeps
		? facilitator.keepGroups
		: fromList && preview === null
			? facilitator.listLook
			: facilitator.formNow;

	return (
		<form className="stack" noValidate onSubmit={(event) => void form(event)}>
			{snapshot.groups.length > 0 && <p>{facilitator.formGroupsHint}</p>}
			{!fromList && !keeps && (
				<TextField
					ref={first}
					id="group-count"
					label={facilitator.groupCount}
					hint={groups !== null && people > 0 ? facilitator.groupSize({ people, groups }) : undefined}
					error={wrong ? facilitator.groupCountWrong({ max: LIMITS.groups }) : undefined}
					inputMode="numeric"
					width="short"
					autoComplete="off"
					value={count}
					onFocus={(event) => event.target.select()}
					onChange={(event) => setCount(event.target.value)}
				/>
			)}
			<RadioGroup
				id="group-strategy"
				label={facilitator.strategy}
				value={strategy}
				options={offered.map((value) => ({ value, label: facilitator.strategies[value] }))}
				onChange={(value) => {
					setStrategy(STRATEGIES.find((known) => known === value) ?? "random");
					setWrong(false);
				}}
			/>
			{fromList && <SeatListFields text={list} onText={changeList} problems={problems} empty={wrong} />}
			{ahead.length > 0 && (
				<SelectField
					id="group-from"
					label={facilitator.groupsFor}
					hint={facilitator.groupsForHint}
					value={from}
					options={[
						{ value: NOW, label: facilitator.groupsNow },
						...ahead.map(({ id, title }) => ({ value: id, label: facilitator.groupsAt({ title }) })),
					]}
					onChange={(event) => setFrom(event.target.value)}
				/>
			)}
			{fromList && preview !== null && <SeatPreview list={preview} participants={snapshot.participants} />}
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{doIt}
				</ActButton>
			</div>
		</form>
	);
}

/** The field in which a dialog begins: its number is what is typed, all else is already as most want it. */
function useFirstFocus() {
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		// The dialog opens after its content is there, and then asks for whatever carries this attribute.
		field.current?.setAttribute("autofocus", "");
	}, []);
	return field;
}

function usualCount({ participants }: Snapshot): number {
	return Math.max(2, Math.min(LIMITS.groups, Math.round(headCount(participants) / USUAL_SIZE)));
}

function hasGroups({ groups }: Snapshot): boolean {
	return groups.some((group) => group.members.length > 1);
}

/** People have worked together already: others are wanted then. */
function hasMet(snapshot: Snapshot): boolean {
	return snapshot.workshop.status === "running" && hasGroups(snapshot);
}

function groupPhasesAhead(snapshot: Snapshot): PhaseView[] {
	const { index } = agendaPosition(snapshot);
	return snapshot.phases.filter((phase, place) => phase.kind === "group" && place > index);
}
