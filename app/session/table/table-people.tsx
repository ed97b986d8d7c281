import { type FormEvent, useId, useRef, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ActButton } from "../act-button.tsx";
import { Refused } from "../refused.tsx";
import { useAct } from "../use-act.ts";
import { type Entry, entryOf, isSame, listedAnew, peopleOf } from "./people-list.ts";

/** Who sits at this device: to name them, to add who comes late, and to take off who goes. */
export function TablePeople({ snapshot, onDone }: { snapshot: Snapshot; onDone: () => void }) {
	const { table, common } = useMessages();
	const { act, refused } = useAct();
	const announce = useAnnounce();
	const formId = useId();
	const list = useRef<HTMLOListElement>(null);
	const confirm = useRef<HTMLDivElement>(null);
	// The list as it was when it was shown: who came since on another device is not taken off by this one.
	const [known, setKnown] = useState(() => peopleOf(snapshot));
	const [entries, setEntries] = useState<Entry[]>(() => known.filter(({ left }) => !left).map(entryOf));
	const [next, setNext] = useState(1);
	const [asks, setAsks] = useState(false);
	const [isAnew, setIsAnew] = useState(false);

	const now = peopleOf(snapshot);
	if (refused === "wrong-state" && !isSame(known, now)) {
		setKnown(now);
		setEntries(listedAnew(entries, known, now));
		setAsks(false);
		setIsAnew(true);
	}

	const here = new Set(entries.map(({ id }) => id));
	const missing = known.filter(({ id }) => !here.has(id));
	const gone = missing.filter(({ left }) => left);
	const leaving = missing.filter(({ left }) => !left);
	const leavingSheets = leaving.filter(({ id }) => snapshot.documents.some(({ scope }) => scope.id === id));
	// With nobody else to tell apart from, the server keeps no list, and so no name but the participant's.
	const isAlone = entries.length === 1 && gone.length === 0 && leavingSheets.length === 0;
	const shown = isAlone ? entries.map((entry) => ({ ...entry, name: snapshot.you.name ?? "" })) : entries;
	const isFull = entries.length >= LIMITS.peopleAtTable;
	const isTooLong = ({ name }: Entry) => codePoints(cleanLine(name)) > LIMITS.nameCodePoints;

	function focusOn(index: number): void {
		// After React has drawn the list anew.
		requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>("input, [tabindex]")[index]?.focus());
	}

	function add(entry: Omit<Entry, "key">): void {
		setEntries([...entries, { key: `new-${next}`, ...entry }]);
		setNext(next + 1);
		announce(table.added({ name: entry.name || table.nameOf({ number: entries.length + 1 }) }));
		focusOn(entries.length);
	}

	function remove(entry: Entry, index: number): void {
		setEntries(entries.filter((other) => other !== entry));
		announce(table.removed({ name: entry.name || table.nameOf({ number: index + 1 }) }));
		focusOn(index - 1);
	}

	async function save(): Promise<void> {
		setIsAnew(false);
		const done = await act({
			type: "people.set",
			people: shown.map(({ id, name }) => ({ name, ...(id === undefined ? {} : { id }) })),
			...(leaving.length === 0 ? {} : { leaving: leaving.map(({ id }) => id) }),
		});
		if (!done) return;
		announce(table.saved({ count: entries.length }));
		onDone();
	}

	function submit(event: FormEvent): void {
		event.preventDefault();
		const wrong = shown.findIndex(isTooLong);
		if (wrong >= 0) {
			focusOn(wrong);
			return;
		}
		if (leavingSheets.length > 0 && !asks) {
			setAsks(true);
			requestAnimationFrame(() => confirm.current?.focus());
			return;
		}
		void save();
	}

	return (
		<form id={formId} className="stack" noValidate onSubmit={submit}>
			<p>{table.editHint}</p>
			{!isAnew && <Refused code={refused} />}
			<ol ref={list} className="table-people">
				{isAlone && (
					<li className="stack-tight" tabIndex={-1}>
						<p>
							{table.nameOf({ number: 1 })}: <strong>{snapshot.you.name}</strong>
						</p>
						<p className="muted">{table.aloneHint}</p>
					</li>
				)}
				{!isAlone &&
					entries.map((entry, index) => {
						const number = index + 1;
						const label = table.nameOf({ number });
						return (
							<li key={entry.key} className="table-people__person">
								<TextField
									id={`${formId}-${entry.key}`}
									label={label}
									hint={index === 0 ? table.nameHint : undefined}
									error={isTooLong(entry) ? table.nameLong({ max: LIMITS.nameCodePoints }) : undefined}
									value={entry.name}
									autoComplete="off"
									spellCheck={false}
									enterKeyHint="done"
									onChange={({ target }) =>
										setEntries(entries.map((other) => (other === entry ? { ...entry, name: target.value } : other)))
									}
								/>
								{/* The first is the participant: this device is theirs. */}
								{index > 0 && (
									<Button
										variant="tertiary"
										icon="close"
										aria-label={table.removeOf({ name: entry.name || label })}
										onClick={() => remove(entry, index)}
									>
										{table.remove}
									</Button>
								)}
							</li>
						);
					})}
			</ol>
			<div className="cluster">
				{!isFull && (
					<Button icon="plus" onClick={() => add({ name: "" })}>
						{table.add}
					</Button>
				)}
			</div>
			{isFull && <p className="muted">{table.most({ count: LIMITS.peopleAtTable })}</p>}
			{gone.length > 0 && (
				<div className="stack-tight">
					<p>
						<strong>{table.gone}</strong>
					</p>
					<div className="cluster">
						{gone.map(({ id, name }) => (
							<Button key={id} variant="tertiary" disabled={isFull} onClick={() => add({ id, name })}>
								{table.takeBack({ name })}
							</Button>
						))}
					</div>
				</div>
			)}
			{asks && leavingSheets.length > 0 && (
				<div ref={confirm} tabIndex={-1}>
					<Alert kind="warning" title={table.leaving({ names: leavingSheets.map(({ name }) => name).join(", ") })}>
						<p>{table.leavingText}</p>
					</Alert>
				</div>
			)}
			{isAnew && (
				<Alert kind="warning" role="alert" title={table.anew}>
					<p>{table.anewText}</p>
				</Alert>
			)}
			<div className="cluster">
				<Button onClick={onDone}>{common.cancel}</Button>
				<ActButton type="submit" variant={asks && leavingSheets.length > 0 ? "danger" : "primary"}>
					{asks && leavingSheets.length > 0 ? table.leaveNow : table.save}
				</ActButton>
			</div>
		</form>
	);
}
