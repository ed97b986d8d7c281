import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { NewSetBack } from "../storage/storage.ts";
import type { Peer } from "./peer.ts";
import type { Room } from "./room.ts";
import type { Tick } from "./tick.ts";

/** Under which the server's own edits stand in a document's log. */
export const OWN_AUTHOR = "system";

export interface OwnEdit {
	update: Uint8Array;
	setBack: NewSetBack;
}

/** Adds an edit of the server's to an open room, as any other is added. Resolves once it is on disk and relayed. */
export function submitOwnEdit(room: Room, { update, setBack }: OwnEdit): Promise<Result<void>> {
	return new Promise((resolve) => {
		const done = (result: Result<void>) => {
			room.leave(peer);
			resolve(result);
		};
		const peer: Peer = {
			author: OWN_AUTHOR,
			user: { id: OWN_AUTHOR, name: "", role: "facilitator" },
			hear(tick: Tick) {
				if (tick.savedOf(peer) > 0) done(accepted(undefined));
			},
			send: ignore,
			answer: ignore,
			close: () => done(refusal("unavailable")),
		};
		room.join(peer);
		const submitted = room.submit(peer, "step2", update, "write", setBack);
		if (!submitted.ok) done(submitted);
	});
}

function ignore(): void {
	// It knows the document already.
}
