import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Authorship, Contribution } from "./authorship.ts";
import type { SyncLimits } from "./limits.ts";
import { nestsTooDeep } from "./nesting.ts";
import { type Held, onlyNews, withoutReturned } from "./news.ts";
import { Placement } from "./placement.ts";
import type { RoomDocument } from "./room-document.ts";
import { checkUpdate } from "./update-check.ts";
import type { DecodedUpdate } from "./update-decode.ts";

/** An update that may be looked at: sound, of allowed names and size. */
export interface Checked {
	/** What of it is to be kept. */
	update: Uint8Array;
	decoded: DecodedUpdate;
	/** The same with what the document has already. */
	said: DecodedUpdate;
}

export interface GateDeps {
	document: RoomDocument;
	authorship: Authorship;
	limits: SyncLimits;
	isAllowedName: (name: string) => boolean;
	/** Bytes of the document's log, with what is on its way there. */
	logBytes: () => number;
	/** Updates on their way to the disk, in order. */
	waiting: () => Iterable<OnItsWay>;
}

/** An update on its way to the disk. */
interface OnItsWay {
	update: Uint8Array;
	decoded: DecodedUpdate;
}

/** What an update has to pass before it is written: it is sound, its author's own, and within bounds. */
export class Gate {
	readonly #deps: GateDeps;
	readonly #held: Held;
	readonly #placement: Placement;
	/** Updates let in whose dependencies are missing. */
	#gaps = 0;
	#gapBytes = 0;

	constructor(deps: GateDeps) {
		this.#deps = deps;
		const { document, authorship } = deps;
		this.#placement = new Placement(deps);
		this.#held = {
			known: (client) => authorship.known(client),
			get waiting() {
				// A gap is applied with its commit, so all that waits and is on disk is in the document already.
				const { ahead } = authorship;
				const applied = document.waiting;
				return ahead.length === 0 ? applied : { ...applied, structs: [...applied.structs, ...ahead] };
			},
		};
	}

	/** Whether anything that was let in waits, or will, for what is missing. */
	get hasGaps(): boolean {
		return this.#gaps > 0;
	}

	/** Size, soundness and names of an update, and what of it is to be judged: not what others have waiting here. */
	check(sent: Uint8Array, kind: "step2" | "update", author: string): Result<Checked> {
		const { authorship, isAllowedName, limits } = this.#deps;
		const whole = checkUpdate(sent, kind, isAllowedName, limits);
		if (!whole.ok) {
			return whole;
		}
		const own = withoutReturned(sent, whole.value, this.#held, (client) => authorship.isForeign(client, author));
		const said = own === sent ? whole : checkUpdate(own, kind, isAllowedName, limits);
		if (!said.ok) {
			return said;
		}
		const update = onlyNews(own, said.value, this.#held);
		const decoded = update === own ? said : checkUpdate(update, kind, isAllowedName, limits);
		return decoded.ok ? accepted({ update, decoded: decoded.value, said: said.value }) : decoded;
	}

	/** What an update adds, once it is known to be its author's to add. */
	judge({ decoded, said }: Checked, kind: "step2" | "update", author: string): Result<Contribution> {
		const { authorship, document } = this.#deps;
		// Whether deletions are news shows only in the document.
		if (decoded.ranges.length === 0 || kind === "step2") {
			document.catchUp();
		}
		const judged = authorship.judge(decoded, author, said);
		if (judged.ok || document.behind === 0) {
			return judged;
		}
		// What others were told of may have waited on its way: that it no longer does shows in the document.
		document.catchUp();
		return authorship.judge(decoded, author, said);
	}

	/** Whether there is room for it. */
	checkBounds({ update, decoded }: Checked, { claims, gap }: Contribution): Result<void> {
		const { document, limits, logBytes, waiting } = this.#deps;
		if (claims.length > limits.claimsPerUpdate) {
			return refusal("too-large", "too many client ids");
		}
		if (logBytes() + update.length > limits.documentBytes) {
			return refusal("too-large", "document full");
		}
		// Whoever comes back sends all that is missing at once; what waits here cannot grow without bound.
		if (gap && (this.#gaps >= limits.gaps || this.#gapBytes + update.length > limits.gapBytes)) {
			return refusal("unavailable", "too much waits for its dependencies");
		}
		const { structs } = decoded;
		if (structs.length > 0 && nestsTooDeep(structs, () => structsOf(waiting()), document.doc, limits.nesting)) {
			return refusal("malformed", "nested too deeply");
		}
		return accepted(undefined);
	}

	/** Whether all copies of the document will have it at the same place. */
	checkPlaces({ update, decoded }: Checked, author: string): Result<void> {
		return this.#placement.check(update, decoded, author);
	}

	/** Takes an update for on its way to the disk: later ones are judged with it in mind. */
	letIn({ update, decoded }: Checked, { claims, gap }: Contribution, author: string): void {
		this.#deps.authorship.expect(decoded, author, claims);
		this.#placement.letIn(decoded);
		if (gap) {
			this.#gaps += 1;
			this.#gapBytes += update.length;
		}
	}

	/** All that is on disk is in the document now. */
	caughtUp(): void {
		const { document, authorship, waiting } = this.#deps;
		authorship.settle(decodedOf(waiting()));
		if (!document.hasGaps && authorship.ahead.length === 0) {
			this.#gaps = 0;
			this.#gapBytes = 0;
		}
	}
}

function* decodedOf(updates: Iterable<OnItsWay>): Iterable<DecodedUpdate> {
	for (const { decoded } of updates) {
		yield decoded;
	}
}

function* structsOf(updates: Iterable<OnItsWay>): Iterable<DecodedUpdate["structs"]> {
	for (const { decoded } of updates) {
		yield decoded.structs;
	}
}
