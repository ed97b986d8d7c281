import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useHydrated } from "../session/use-hydrated.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { AccessLinks } from "./access-links.tsx";
import { DetailsForm } from "./details-form.tsx";

/** The cockpit before the first phase: start, invite, change what was planned. */
export function BeforeStart({ snapshot, origin }: { snapshot: Snapshot; origin: string }) {
	const { facilitator } = useMessages();
	const { act, refused } = useAct();
	// The date field speaks this device's time zone, which the server does not know.
	const hydrated = useHydrated();
	return (
		<>
			<section className="start-box stack" aria-label={facilitator.start}>
				<p>{facilitator.startHint}</p>
				<Refused code={refused} />
				<div className="cluster">
					<ActButton variant="primary" onClick={() => void act({ type: "session.start" }, { type: "timer.start" })}>
						{facilitator.start}
					</ActButton>
				</div>
			</section>
			<AccessLinks snapshot={snapshot} origin={origin} />
			{hydrated && (
				<Disclosure summary={facilitator.details}>
					<DetailsForm snapshot={snapshot} />
				</Disclosure>
			)}
		</>
	);
}
