import type * as Y from "yjs";
import type { Clock } from "../clock.ts";
import { lettersIn, WipeWatch } from "../history/wipe-watch.ts";
import type { LoadedDocument } from "./loaded-document.ts";

/** What is watched of a room. */
interface Watched {
	readonly documentId: string;
	readonly doc: Y.Doc;
	readonly appliedAt: number | null;
}

/** Looks now and then whether most of a room's text has gone; what is private is nobody's to watch. */
export class RoomWatch {
	#watch: WipeWatch | null = null;
	readonly #clock: Clock;

	constructor(loaded: LoadedDocument, clock: Clock) {
		this.#clock = clock;
		if (loaded.record.scopeKind !== "participant") {
			loaded.whenBuilt((doc) => {
				this.#watch = new WipeWatch(this.#sample({ doc, appliedAt: loaded.lastChangeAt }));
			});
		}
	}

	/** The alarm to raise, if there is one. */
	look(room: Watched): { document: string; at: number; before: number } | null {
		const sample = this.#sample(room);
		const before = this.#watch?.see(sample) ?? null;
		return before === null ? null : { document: room.documentId, at: sample.at, before };
	}

	/** What has gone until now was meant to. */
	pardon(room: Watched): void {
		this.#watch?.reset(this.#sample(room));
	}

	#sample({ doc, appliedAt }: Pick<Watched, "doc" | "appliedAt">) {
		return { at: this.#clock.now(), letters: lettersIn(doc), changedAt: appliedAt };
	}
}
