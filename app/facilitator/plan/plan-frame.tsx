import { type FormEvent, useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useHydrated } from "../../session/use-hydrated.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { fromLocalInput, toLocalInput } from "../local-date-time.ts";
import { isUsableAddress, wholeAddress } from "../whole-address.ts";

/** When it begins and is to be over, and where everybody meets beside Arena. */
export function PlanFrame({ snapshot }: { snapshot: Snapshot }) {
	const { plan } = useMessages();
	// The date fields speak this device's time zone, which the server does not know.
	const hydrated = useHydrated();
	const [open] = useState(snapshot.workshop.startsAt === null);
	if (!hydrated || snapshot.workshop.status === "ended") return null;
	return (
		<Disclosure summary={plan.frame} open={open}>
			<FrameForm snapshot={snapshot} />
		</Disclosure>
	);
}

type Field = "plan-start" | "plan-end" | "plan-conference";

function FrameForm({ snapshot: { workshop } }: { snapshot: Snapshot }) {
	const { plan } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	/** What was typed and not stored yet; everything else is what the server has. */
	const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
	const [errors, setErrors] = useState<{ field: Field; message: string }[]>([]);
	const [saved, setSaved] = useState(false);
	const start = typed["plan-start"] ?? localInput(workshop.startsAt);
	const end = typed["plan-end"] ?? localInput(workshop.endsAt);
	const conference = typed["plan-conference"] ?? workshop.conferenceUrl;

	function check(): { field: Field; message: string }[] {
		const [from, to] = [fromLocalInput(start), fromLocalInput(end)];
		const found: { field: Field; message: string }[] = [];
		if (to !== null && from === null) found.push({ field: "plan-start", message: plan.endNeedsStart });
		if (to !== null && from !== null && to <= from) found.push({ field: "plan-end", message: plan.endsAtWrong });
		if (!isUsableAddress(conference)) found.push({ field: "plan-conference", message: plan.conferenceWrong });
		return found;
	}

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		const found = check();
		setErrors(found);
		if (found.length > 0 || busy) return;
		const sent = typed;
		const details = {
			...(sent["plan-start"] === undefined && sent["plan-end"] === undefined
				? {}
				: { startsAt: fromLocalInput(start), endsAt: fromLocalInput(end) }),
			...(sent["plan-conference"] === undefined ? {} : { conferenceUrl: wholeAddress(conference) }),
		};
		if (!(await act({ type: "workshop.set", details }))) return;
		setTyped((now) => (now === sent ? {} : now));
		setSaved(true);
		announce(plan.saved);
	}

	const field = (id: Field) => ({
		id,
		autoComplete: "off",
		error: errors.find((error) => error.field === id)?.message,
		onChange: (event: { target: { value: string } }) => {
			const { value } = event.target;
			setSaved(false);
			setTyped((now) => ({ ...now, [id]: value }));
		},
	});
	return (
		<form className="stack" noValidate onSubmit={(event) => void save(event)}>
			<ErrorSummary errors={errors} />
			<div className="plan-frame__times">
				<TextField
					{...field("plan-start")}
					type="datetime-local"
					label={plan.startsAt}
					hint={plan.timesHint}
					optional
					value={start}
				/>
				<TextField
					{...field("plan-end")}
					type="datetime-local"
					label={plan.endsAt}
					hint={plan.endsAtHint}
					optional
					value={end}
				/>
			</div>
			<TextField
				{...field("plan-conference")}
				type="url"
				inputMode="url"
				label={plan.conferenceForAll}
				hint={plan.conferenceForAllHint}
				optional
				value={conference}
			/>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{plan.save}
				</ActButton>
				{saved && <span className="muted">{plan.saved}</span>}
			</div>
		</form>
	);
}

function localInput(time: number | null): string {
	return time === null ? "" : toLocalInput(time);
}
