import { lazy, type ReactNode, useState } from "react";
import { RemovedPage } from "./door-pages.tsx";
import { FetchedPart } from "./fetched-part.tsx";
import { useSession } from "./session-provider.tsx";
import { useHydrated } from "./use-hydrated.ts";

const AtTheDoor = lazy(async () => ({ default: (await import("./room/at-the-door.tsx")).AtTheDoor }));

/** The live page for whoever is in. Who stands at the door, or was taken out, is told so in its place. */
export function Standing({ children }: { children: ReactNode }) {
	const { snapshot, refused } = useSession();
	const hydrated = useHydrated();
	const [came] = useState(snapshot.you.waiting);
	if (refused === "removed") return <RemovedPage workshopId={snapshot.workshop.id} />;
	if (!came) return children;
	return (
		<main id="inhalt" className="page stack">
			<h1>{snapshot.workshop.title}</h1>
			{hydrated && (
				<FetchedPart>
					<AtTheDoor snapshot={snapshot} />
				</FetchedPart>
			)}
		</main>
	);
}
