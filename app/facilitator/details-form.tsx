import { type FormEvent, useState } from "react";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { cleanLine, codePoints } from "../../worksheets/contract/text.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { TextField } from "../ui/text-field.tsx";
import { fromLocalInput, toLocalInput } from "./local-date-time.ts";
import { wholeNumber } from "./whole-number.ts";

type Field = "details-title" | "details-place" | "details-series" | "details-number" | `minutes-${string}`;

/** Title, series, date, place and the length of every phase, to change until the workshop starts. */
export function DetailsForm({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const { workshop, phases } = snapshot;
	const [title, setTitle] = useState(workshop.title);
	const [startsAt, setStartsAt] = useState(workshop.startsAt === null ? "" : toLocalInput(workshop.startsAt));
	const [place, setPlace] = useState(workshop.place);
	const [series, setSeries] = useState(workshop.series?.name ?? "");
	const [number, setNumber] = useState(String(workshop.series?.number ?? 1));
	const [minutes, setMinutes] = useState(() => new Map(phases.map((phase) => [phase.id, String(phase.minutes)])));
	const [errors, setErrors] = useState<{ field: Field; message: string }[]>([]);

	// A phase may have gone from the plan while this was open, or have come into it.
	const typedMinutes = phases.map((phase) => [phase.id, minutes.get(phase.id) ?? String(phase.minutes)] as const);
	const inSeries = cleanLine(series) !== "";

	function check(): { field: Field; message: string }[] {
		const found: { field: Field; message: string }[] = [];
		const titleLength = codePoints(cleanLine(title));
		if (titleLength === 0 || titleLength > LIMITS.titleCodePoints) {
			found.push({ field: "details-title", message: facilitator.titleWrong({ max: LIMITS.titleCodePoints }) });
		}
		if (codePoints(cleanLine(place)) > LIMITS.placeCodePoints) {
			found.push({ field: "details-place", message: facilitator.placeWrong({ max: LIMITS.placeCodePoints }) });
		}
		if (codePoints(cleanLine(series)) > LIMITS.seriesCodePoints) {
			found.push({ field: "details-series", message: facilitator.seriesWrong({ max: LIMITS.seriesCodePoints }) });
		}
		if (inSeries && wholeNumber(number, LIMITS.seriesNumber) === null) {
			found.push({ field: "details-number", message: facilitator.seriesNumberWrong({ max: LIMITS.seriesNumber }) });
		}
		for (const [id, typed] of typedMinutes) {
			if (wholeNumber(typed, LIMITS.phaseMinutes) === null) {
				found.push({ field: `minutes-${id}`, message: facilitator.minutesWrong({ max: LIMITS.phaseMinutes }) });
			}
		}
		return found;
	}

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		const found = check();
		setErrors(found);
		if (found.length > 0) return;
		const changed = typedMinutes.flatMap(([id, typed]) => {
			const value = wholeNumber(typed, LIMITS.phaseMinutes);
			const known = phases.find((phase) => phase.id === id)?.minutes;
			return value === null || value === known ? [] : [[id, value] as const];
		});
		const meeting = inSeries ? { name: series, number: wholeNumber(number, LIMITS.seriesNumber) ?? 1 } : null;
		const details = {
			title,
			place,
			series: meeting,
			startsAt: fromLocalInput(startsAt),
			minutes: Object.fromEntries(changed),
		};
		if (await act({ type: "workshop.set", details })) announce(facilitator.savedDetails);
	}

	const errorOf = (field: Field) => errors.find((error) => error.field === field)?.message;
	return (
		<form className="stack" noValidate onSubmit={(event) => void save(event)}>
			<ErrorSummary errors={errors} />
			<TextField
				id="details-title"
				label={facilitator.title}
				error={errorOf("details-title")}
				value={title}
				onChange={(event) => setTitle(event.target.value)}
			/>
			<TextField
				id="details-start"
				type="datetime-local"
				label={facilitator.startsAt}
				hint={facilitator.startsAtHint}
				optional
				width="medium"
				value={startsAt}
				onChange={(event) => setStartsAt(event.target.value)}
			/>
			<TextField
				id="details-place"
				label={facilitator.place}
				optional
				error={errorOf("details-place")}
				value={place}
				onChange={(event) => setPlace(event.target.value)}
			/>
			<TextField
				id="details-series"
				label={facilitator.series}
				hint={facilitator.seriesHint}
				optional
				error={errorOf("details-series")}
				value={series}
				onChange={(event) => setSeries(event.target.value)}
			/>
			{inSeries && (
				<TextField
					id="details-number"
					label={facilitator.seriesNumber}
					error={errorOf("details-number")}
					inputMode="numeric"
					width="short"
					value={number}
					onChange={(event) => setNumber(event.target.value)}
				/>
			)}
			<h3>{facilitator.durations}</h3>
			{phases.map((phase) => (
				<TextField
					key={phase.id}
					id={`minutes-${phase.id}`}
					label={facilitator.minutesOf({ title: phase.title })}
					error={errorOf(`minutes-${phase.id}`)}
					inputMode="numeric"
					width="short"
					value={minutes.get(phase.id) ?? String(phase.minutes)}
					onChange={(event) => {
						const typed = event.target.value;
						setMinutes((known) => new Map(known).set(phase.id, typed));
					}}
				/>
			))}
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{facilitator.save}
				</ActButton>
			</div>
		</form>
	);
}
