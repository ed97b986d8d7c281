import { useEffect, useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import type { AnswerSheet } from "../../../worksheets/contract/statements.ts";
import { useSession } from "../../session/session-provider.tsx";
import { type Loaded, useLoaded } from "../use-loaded.ts";
import { useNews } from "../use-news.ts";
import { loadStatements } from "./statements-client.ts";

export interface AnswerSheets {
	/** What was heard last; null before the first answer. */
	sheets: readonly AnswerSheet[] | null;
	loaded: Loaded<AnswerSheet[]>;
	again: () => void;
}

/** What the groups have written, kept up to date as they write on. */
export function useAnswerSheets(): AnswerSheets {
	const { snapshot } = useSession();
	const [loaded, again] = useLoaded(snapshot.workshop.id, () => loadStatements(snapshot.workshop.id));
	const [sheets, setSheets] = useState<readonly AnswerSheet[] | null>(null);
	useEffect(() => {
		if (loaded.state === "ready") setSheets(loaded.value);
	}, [loaded]);
	useNews(lastWritten(snapshot), again);
	return { sheets, loaded, again };
}

/** When any sheet was last written in, in epoch milliseconds; 0 for never. */
function lastWritten({ progress }: Snapshot): number {
	return Math.max(0, ...progress.map(({ lastChangeAt }) => lastChangeAt ?? 0));
}
