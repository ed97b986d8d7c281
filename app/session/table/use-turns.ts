import { useEffect, useState } from "react";
import type { DocumentView, Snapshot, Turn } from "../../../worksheets/contract/snapshot.ts";
import { useSend, useSession } from "../session-provider.tsx";

export interface Turns {
	/** Whether the person whose sheet it is has had their turn. */
	isOver(document: string): boolean;
	pass(document: string): void;
}

/** Whose turn is over in a phase. The device goes on at once, also without a line; the server is told when there is one. */
export function useTurns({ you }: Snapshot, phase: string | undefined): Turns {
	const send = useSend();
	const { connection } = useSession();
	/** By phase: with the next one the same sheets may go round anew. */
	const [passed, setPassed] = useState<readonly Turn[]>([]);
	const told = new Set((you.turns ?? []).filter((turn) => turn.phase === phase).map(({ document }) => document));
	const here = passed.filter((turn) => turn.phase === phase).map(({ document }) => document);
	const untold = here.filter((document) => !told.has(document)).join(" ");
	useEffect(() => {
		if (connection !== "live" || untold === "" || phase === undefined) return;
		// What the server refuses stays this page's own: the round goes on all the same.
		for (const document of untold.split(" ")) void send({ type: "turn.pass", document, phase });
	}, [connection, untold, phase, send]);
	return {
		isOver: (document) => told.has(document) || here.includes(document),
		pass: (document) => phase !== undefined && setPassed((before) => [...before, { document, phase }]),
	};
}

/** In which phase a sheet goes round: in this one, or where the room last had it before it. */
export function roundPhase({ currentPhase, phases }: Snapshot, document: DocumentView | undefined): string | undefined {
	const uses = phases.filter(({ id }) => document?.phases.includes(id));
	const now = uses.find(({ id }) => id === currentPhase) ?? uses.findLast(({ enteredAt }) => enteredAt !== null);
	return now?.id;
}
