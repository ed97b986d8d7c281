import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { MOST_ACTIONS, NEW_ACTION } from "../../worksheets/blocks/action-columns.ts";
import type { ActionSource } from "../../worksheets/blocks/action-source.ts";
import type { Cells } from "../../worksheets/blocks/cells.ts";
import { timesTaken } from "../../worksheets/plan/taken.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useSend, useSession } from "../session/session-provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { useMeasures } from "./measures/measures.tsx";

interface TakeMeasureProps {
	/** What is to be done, or what makes it necessary: the measure starts with these words. */
	what: string;
	/** What a step says besides. */
	cells?: Readonly<Cells> | undefined;
	/** Where it stands; `said` by `saidBy` or `saidByText` (worksheets/plan/takeable.ts). */
	source: ActionSource;
}

/** Why there is nothing in the plan after a click. */
type Hindrance = "none" | "locked" | "full" | "away" | "offline";

/** For what a click waits: `again` is meant for what stands in the plan already. */
type Wish = "once" | "again";

/** How long a click waits for the plan, in milliseconds. */
const PATIENCE_MS = 10_000;

/** „Als Maßnahme“: puts something into the workshop's plan with one click. Stands below a `MeasuresProvider`. */
export function TakeMeasure({ what, cells, source }: TakeMeasureProps) {
	const { facilitator } = useMessages();
	const { snapshot, connection } = useSession();
	const { plan, document, failed, again, locked, need } = useMeasures();
	const send = useSend();
	const announce = useAnnounce();
	const [waiting, setWaiting] = useState<Wish | null>(null);
	const [hindrance, setHindrance] = useState<Hindrance | null>(null);
	const place = useRef<HTMLSpanElement>(null);
	const held = useRef(false);
	useEffect(need, [need]);
	const times = plan === null ? 0 : timesTaken(source, plan.rows);
	const taken = times > 0;

	useEffect(() => {
		if (waiting === null || document === null) return;
		if (locked) {
			setWaiting(null);
			setHindrance("locked");
		} else if (plan !== null) {
			setWaiting(null);
			// Somebody else was faster.
			if (times > 0 && waiting === "once") announce(facilitator.measureThere);
			else if (plan.take({ cells: { ...NEW_ACTION, ...cells, what }, source })) {
				announce(times === 0 ? facilitator.measureTaken : facilitator.inPlanTimes({ count: times + 1 }));
			} else setHindrance("full");
		}
	}, [waiting, document, locked, plan, times, what, cells, source, announce, facilitator]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what hindered, hindered when the plan was another
	useEffect(() => setHindrance(null), [times]);
	const isLive = connection === "live";
	const hopeless = plan === null && !locked && (failed || !isLive);
	useEffect(() => {
		if (waiting === null) return;
		const giveUp = () => {
			setWaiting(null);
			setHindrance(isLive ? "away" : "offline");
		};
		if (hopeless) return giveUp();
		const timer = setTimeout(giveUp, PATIENCE_MS);
		return () => clearTimeout(timer);
	}, [waiting, hopeless, isLive]);
	useEffect(() => {
		if (!taken || !held.current) return;
		held.current = false;
		// The button that had the focus has become another thing: the focus stays at its place.
		place.current?.querySelector<HTMLElement>("button, a")?.focus();
	}, [taken]);

	async function take(wish: Wish): Promise<void> {
		if (waiting !== null) return;
		setHindrance(null);
		setWaiting(wish);
		if (failed) again();
		if (document !== null || !isLive) return;
		const answer = await send({ type: "measures.open" });
		if (answer.ok) return;
		setWaiting(null);
		setHindrance(answer.error.code === "wrong-state" ? "none" : "away");
	}

	const about = shortened(what);
	const ended = snapshot.workshop.status === "ended";
	if (!taken && ended) return null;
	return (
		<>
			<span ref={place}>
				{taken ? (
					<>
						<InPlan about={about} times={times} />
						{!ended && (
							<Button
								variant="tertiary"
								icon="plus"
								aria-label={`${facilitator.takeAgain}: ${about}`}
								aria-disabled={waiting !== null || undefined}
								onClick={() => void take("again")}
							>
								{facilitator.takeAgain}
							</Button>
						)}
					</>
				) : (
					<Leaving place={place} held={held}>
						<Button
							variant="tertiary"
							icon="plus"
							aria-label={`${facilitator.asMeasure}: ${about}`}
							aria-disabled={waiting !== null || undefined}
							onClick={() => void take("once")}
						>
							{facilitator.asMeasure}
						</Button>
					</Leaving>
				)}
			</span>
			{hindrance !== null && <Hindered why={hindrance} />}
		</>
	);
}

interface LeavingProps {
	place: RefObject<HTMLElement>;
	/** Becomes whether the focus was in the place when this left it. */
	held: { current: boolean };
	children: ReactNode;
}

function Leaving({ place, held, children }: LeavingProps) {
	// Layout effects are cleaned up while what they belong to still stands in the page.
	useLayoutEffect(
		() => () => {
			held.current = place.current?.contains(document.activeElement) ?? false;
		},
		[place, held],
	);
	return children;
}

function InPlan({ about, times }: { about: string; times: number }) {
	const { facilitator } = useMessages();
	const { snapshot } = useSession();
	const { document, onOpen } = useMeasures();
	const words = times > 1 ? facilitator.inPlanTimes({ count: times }) : facilitator.inPlan;
	const label = `${words}: ${about}`;
	if (document === null) return null;
	return onOpen ? (
		<Button variant="tertiary" icon="check" aria-label={label} onClick={() => onOpen(document)}>
			{words}
		</Button>
	) : (
		<LinkButton
			variant="tertiary"
			icon="check"
			aria-label={label}
			href={`/w/${snapshot.workshop.id}/leitung?blatt=${document}`}
		>
			{words}
		</LinkButton>
	);
}

function Hindered({ why }: { why: Hindrance }) {
	const { facilitator, plan, session } = useMessages();
	const { snapshot } = useSession();
	const said = {
		...facilitator.measureHindered,
		full: facilitator.planFull({ most: MOST_ACTIONS, room: 0 }),
		offline: session.offlineNoAction,
	};
	return (
		<Alert kind="warning" role="alert" title={facilitator.notTaken}>
			<p>{said[why]}</p>
			{why === "none" && (
				<div className="cluster">
					<LinkButton href={`/w/${snapshot.workshop.id}/planung`} icon="pencil">
						{plan.open}
					</LinkButton>
				</div>
			)}
		</Alert>
	);
}

/** What a name on a button may take of a long answer. */
const MOST_SAID = 80;

function shortened(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > MOST_SAID ? `${line.slice(0, MOST_SAID - 1)}…` : line;
}
