import { lazy, Suspense } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import type { BlockProps } from "./block-props.ts";

/** Few sheets have one: what shows it comes when it is first asked for. */
const ActorMapView = lazy(() => import("./actors/actor-map-view.tsx"));

/** Actors that a group names and rates, as a table and on a board. */
export function ActorMap(props: BlockProps<"actor-map">) {
	const { session } = useMessages();
	return (
		<Suspense fallback={<p className="sheet-muted">{session.loadingSheet}</p>}>
			<ActorMapView {...props} />
		</Suspense>
	);
}
