import type { Change } from "../../worksheets/contract/change.ts";
import type { Refusal, Result } from "../../worksheets/contract/result.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { type Actor, shareOf } from "../access/actor.ts";
import { diff } from "./facts.ts";
import type { PresenceTracker } from "./presence.ts";

export interface Subscription {
	snapshot: Snapshot;
	/** A whole snapshot for a client that missed a change; changes go on from there. */
	resync(): Snapshot;
	close(): void;
}

interface Subscriber {
	actor: Actor;
	/** What this subscriber has seen. */
	last: Snapshot;
	listener: (change: Change) => void;
	putOut: (refusal: Refusal) => void;
}

export interface SubscribersOptions {
	/** What an actor sees now. */
	view(actor: Actor): Snapshot;
	/** Whether an actor who was let in still is. */
	inside(actor: Actor): Result<void>;
	presence: Pick<PresenceTracker, "enter" | "leave">;
	/** One line could not be told. */
	failed(error: unknown): void;
}

/** Who watches a session, each with what they have seen of it. Participants who do are present. */
export class Subscribers {
	readonly #options: SubscribersOptions;
	readonly #all = new Set<Subscriber>();

	constructor(options: SubscribersOptions) {
		this.#options = options;
	}

	get size(): number {
		return this.#all.size;
	}

	/** How many lines a share (`shareOf`) has. */
	linesOf(share: string): number {
		return [...this.#all].filter(({ actor }) => shareOf(actor) === share).length;
	}

	/** `putOut` is called once, where a change takes from the actor what let them in; nothing is told them from then on. */
	add(actor: Actor, listener: (change: Change) => void, putOut: (refusal: Refusal) => void): Subscription {
		const { participantId } = actor;
		if (participantId !== undefined) this.#options.presence.enter(participantId);
		const subscriber: Subscriber = { actor, last: this.#options.view(actor), listener, putOut };
		this.#all.add(subscriber);
		return {
			snapshot: subscriber.last,
			resync: () => {
				if (this.#all.has(subscriber)) subscriber.last = this.#options.view(actor);
				return subscriber.last;
			},
			close: () => this.#remove(subscriber),
		};
	}

	/** Tells everybody what changed for them, also where nothing did. */
	tell(version: number): void {
		for (const subscriber of [...this.#all]) {
			try {
				this.#tell(subscriber, version);
			} catch (error) {
				// One broken line must not keep the change from the others.
				this.#options.failed(error);
			}
		}
	}

	clear(): void {
		this.#all.clear();
	}

	#tell(subscriber: Subscriber, version: number): void {
		const inside = this.#options.inside(subscriber.actor);
		if (!inside.ok) {
			this.#remove(subscriber);
			subscriber.putOut(inside);
			return;
		}
		const next = this.#options.view(subscriber.actor);
		const facts = diff(subscriber.last, next);
		subscriber.last = next;
		subscriber.listener({ version, now: next.now, facts });
	}

	#remove(subscriber: Subscriber): void {
		const { participantId } = subscriber.actor;
		if (this.#all.delete(subscriber) && participantId !== undefined) this.#options.presence.leave(participantId);
	}
}
