import type { ComponentProps } from "react";
import { accepted } from "../../worksheets/contract/result.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Refused } from "../session/refused.tsx";
import { Button } from "../ui/button.tsx";
import type EarlierStates from "./earlier-states.tsx";
import { useLoaded } from "./use-loaded.ts";

/** Fetches the view of earlier states when somebody asks for it: few do. */
export function EarlierPanel(props: ComponentProps<typeof EarlierStates>) {
	const { facilitator, common } = useMessages();
	const [view, again] = useLoaded("earlier", async () => accepted((await import("./earlier-states.tsx")).default));
	switch (view.state) {
		case "loading":
			return <p role="status">{facilitator.earlierLoading}</p>;
		case "failed":
			return (
				<>
					<Refused code={view.refused} />
					<div className="cluster">
						<Button onClick={again}>{common.retry}</Button>
					</div>
				</>
			);
		case "ready":
			return <view.value {...props} />;
	}
}
