import type { ComponentProps } from "react";
import { accepted } from "../../worksheets/contract/result.ts";
import { useMessages } from "../i18n/provider.tsx";
import type EarlierStates from "./earlier-states.tsx";
import { LoadFailed } from "./load-failed.tsx";
import { useLoaded } from "./use-loaded.ts";

/** Fetches the view of earlier states when somebody asks for it: few do. */
export function EarlierPanel(props: ComponentProps<typeof EarlierStates>) {
	const { facilitator } = useMessages();
	const [view, again] = useLoaded("earlier", async () => accepted((await import("./earlier-states.tsx")).default));
	switch (view.state) {
		case "loading":
			return <p role="status">{facilitator.earlierLoading}</p>;
		case "failed":
			return <LoadFailed refused={view.refused} again={again} />;
		case "ready":
			return <view.value {...props} />;
	}
}
