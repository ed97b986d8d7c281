import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Refused } from "../session/refused.tsx";
import { useHydrated } from "../session/use-hydrated.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { AccessLinks } from "./access-links.tsx";
import { DetailsForm } from "./details-form.tsx";
import { useSteering } from "./steering.ts";

/** The cockpit before the first phase: start, invite, change what was planned. */
export function BeforeStart({ snapshot, origin }: { snapshot: Snapshot; origin: string }) {
	const { facilitator } = useMessages();
	const { act, refused, idle } = useSteering();
	// The date field speaks this device's time zone, which the server does not know.
	const hydrated = useHydrated();
	return (
		<>
			<section className="start-box stack" aria-label={facilitator.start}>
				<p>{facilitator.startHint}</p>
				<Refused code={refused} />
				<div className="cluster">
					<Button
						variant="primary"
						disabled={idle}
						onClick={() => void act({ type: "session.start" }, { type: "timer.start" })}
					>
						{facilitator.start}
					</Button>
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
