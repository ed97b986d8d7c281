import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { TokenBucket } from "../access/token-bucket.ts";
import type { Authorship } from "./authorship.ts";
import type { ClockRange } from "./clock-range.ts";
import type { SyncLimits } from "./limits.ts";
import { copyWith, Places } from "./places.ts";
import type { RoomDocument } from "./room-document.ts";
import { Runs } from "./runs.ts";
import type { Between, DecodedUpdate } from "./update-decode.ts";

/** What a copy costs, in bytes, however small it is. */
const LEAST_COPIED = 4 * 1024;

export interface PlacementDeps {
	document: Pick<RoomDocument, "doc" | "waiting">;
	authorship: Pick<Authorship, "ahead" | "isForeign" | "known">;
	limits: Pick<SyncLimits, "copiedBytesPerSecond" | "copiedBytesBurst">;
	/** Bytes of the document's log, with what is on its way there. */
	logBytes: () => number;
	/** Updates on their way to the disk, in order. */
	waiting: () => Iterable<{ update: Uint8Array; decoded: DecodedUpdate }>;
}

/**
 * Whether all copies of a document will have an update's content at the same place: each part behind what it says it
 * stands behind, before what it says it stands before. Typing on tells by itself; of what is in the document the
 * document tells; where anything of it is not there yet a copy does, at each author's pace.
 */
export class Placement {
	readonly #deps: PlacementDeps;
	readonly #runs = new Runs();
	readonly #paces = new Map<string, TokenBucket>();

	constructor(deps: PlacementDeps) {
		this.#deps = deps;
	}

	/** Refused „too-many-requests“ where the author had too much of the document copied: that passes. */
	check(update: Uint8Array, decoded: DecodedUpdate, author: string): Result<void> {
		const others = this.#runs.others(decoded.between);
		const advances = this.#advances(decoded);
		const isAwaited = advances.length > 0 && this.#isAwaited(advances, author);
		if (others.length === 0 && !isAwaited) {
			return accepted(undefined);
		}
		const places = new Places(this.#deps.document.doc);
		const found = others.map((one) => places.check(one));
		if (found.includes("wrong")) {
			return MISPLACED;
		}
		const hasNewNeighbours = found.includes("waiting") && advances.length > 0;
		return isAwaited || hasNewNeighbours ? this.#tryOut(update, others, author) : accepted(undefined);
	}

	/** Takes an update for let in. */
	letIn({ between }: DecodedUpdate): void {
		this.#runs.add(between);
	}

	/** What of it comes into the document at once, as far as its own clients go; the rest is looked at when it does. */
	#advances({ ranges }: DecodedUpdate): ClockRange[] {
		return ranges.filter(({ client, from }) => from <= this.#deps.authorship.known(client));
	}

	/** Whether something of the author's that waits, or will, may come into the document with this. */
	#isAwaited(ranges: readonly ClockRange[], author: string): boolean {
		const { authorship, document } = this.#deps;
		const isOwn = ({ client }: { client: number }) => !authorship.isForeign(client, author);
		const { structs, references } = document.waiting;
		return (
			authorship.ahead.some(isOwn) ||
			(structs.some(isOwn) &&
				ranges.some(
					({ client, from, to }) =>
						structs.some((one) => one.client === client) ||
						references.some((at) => at.client === client && at.clock >= from && at.clock < to),
				))
		);
	}

	/** Only what is the author's own counts: nobody is refused for what others have waiting. */
	#tryOut(update: Uint8Array, others: readonly Between[], author: string): Result<void> {
		const { authorship, document, logBytes, waiting } = this.#deps;
		const pace = this.#paceOf(author);
		if (pace.wait(performance.now()) > 0) {
			return refusal("too-many-requests", "too much to be looked up in copies");
		}
		pace.take(Math.max(LEAST_COPIED, logBytes() + update.length));
		const onTheirWay = [...waiting()];
		const { doc } = document;
		const waited = [...document.waiting.between, ...onTheirWay.flatMap(({ decoded }) => decoded.between)];
		const own = waited.filter(({ client }) => !authorship.isForeign(client, author));
		const copy = copyWith(doc, [...onTheirWay.map((one) => one.update), update]);
		try {
			const places = new Places(copy);
			const isMisplaced = [...own, ...others].some((one) => places.check(one) === "wrong");
			return isMisplaced ? MISPLACED : accepted(undefined);
		} finally {
			copy.destroy();
		}
	}

	#paceOf(author: string): TokenBucket {
		const { copiedBytesPerSecond, copiedBytesBurst } = this.#deps.limits;
		const pace = this.#paces.get(author) ?? new TokenBucket(copiedBytesPerSecond, copiedBytesBurst, performance.now());
		this.#paces.set(author, pace);
		return pace;
	}
}

const MISPLACED = refusal("malformed", "stands before what it stands behind");
