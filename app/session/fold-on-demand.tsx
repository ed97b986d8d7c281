import { type ReactNode, useState } from "react";
import { Disclosure } from "../ui/disclosure.tsx";
import { FetchedPart } from "./fetched-part.tsx";

/** Something to unfold whose code is fetched when somebody does: most people never do. */
export function FoldOnDemand({ summary, children }: { summary: ReactNode; children: ReactNode }) {
	const [asked, setAsked] = useState(false);
	return (
		<Disclosure summary={summary} onOpen={() => setAsked(true)}>
			{asked && <FetchedPart>{children}</FetchedPart>}
		</Disclosure>
	);
}
