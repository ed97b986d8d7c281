import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { MOST_ACTIONS, NEW_ACTION } from "../../worksheets/blocks/action-columns.ts";
import type { ActionSource } from "../../worksheets/blocks/action-source.ts";
import type { Cells } from "../../worksheets/blocks/cells.ts";
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
type Hindrance = "none" | "locked" | "full" | "away";

/** How long a click waits for the plan, in milliseconds. */
const PATIENCE_MS = 10_000;

/** „Als Maßnahme“: puts something into the workshop's plan with one click. Stands below a `MeasuresProvider`. */
export function TakeMeasure({ what, cells, source }: TakeMeasureProps) {
	const { facilitator } = useMessages();
	const { snapshot, connection } = useSession();
	const { plan, document, failed, again, locked, need } = useMeasures();
	const send = useSend();
	const announce = useAnnounce();
	const [waiting, setWaiting] = useState(false);
	const [hindrance, setHindrance] = useState<Hindrance | null>(null);
	const place = useRef<HTMLSpanElement>(null);
	const held = useRef(false);
	useEffect(need, [need]);
	const taken = plan?.rows.some(({ source: from }) => from?.document === source.document && from.row === source.row);

	useEffect(() => {
		if (!waiting || document === null) return;
		if (locked) {
			setWaiting(false);
			setHindrance("locked");
		} else if (plan !== null) {
			setWaiting(false);
			if (taken) return;
			if (plan.take({ cells: { ...NEW_ACTION, ...cells, what }, source })) announce(facilitator.measureTaken);
			else setHindrance("full");
		}
	}, [waiting, document, locked, plan, taken, what, cells, source, announce, facilitator]);
	const hopeless = plan === null && !locked && (failed || connection !== "live");
	useEffect(() => {
		if (!waiting) return;
		const giveUp = () => {
			setWaiting(false);
			setHindrance("away");
		};
		if (hopeless) return giveUp();
		const timer = setTimeout(giveUp, PATIENCE_MS);
		return () => clearTimeout(timer);
	}, [waiting, hopeless]);
	useEffect(() => {
		if (!taken || !held.current) return;
		held.current = false;
		// The button that had the focus has become another thing: the focus stays at its place.
		place.current?.querySelector<HTMLElement>("button, a")?.focus();
	}, [taken]);

	async function take(): Promise<void> {
		setHindrance(null);
		setWaiting(true);
		if (failed) again();
		if (document !== null || connection !== "live") return;
		const answer = await send({ type: "measures.open" });
		if (answer.ok) return;
		setWaiting(false);
		setHindrance(answer.error.code === "wrong-state" ? "none" : "away");
	}

	const about = shortened(what);
	if (!taken && snapshot.workshop.status === "ended") return null;
	return (
		<>
			<span ref={place}>
				{taken ? (
					<InPlan about={about} />
				) : (
					<Leaving place={place} held={held}>
						<Button
							variant="tertiary"
							icon="plus"
							aria-label={`${facilitator.asMeasure}: ${about}`}
							aria-disabled={waiting || undefined}
							onClick={() => {
								if (!waiting) void take();
							}}
						>
							{facilitator.asMeasure}
						</Button>
					</Leaving>
				)}
			</span>
			{hindrance !== null && !taken && <Hindered why={hindrance} />}
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

function InPlan({ about }: { about: string }) {
	const { facilitator } = useMessages();
	const { snapshot } = useSession();
	const { document, onOpen } = useMeasures();
	const label = `${facilitator.inPlan}: ${about}`;
	if (document === null) return null;
	return onOpen ? (
		<Button variant="tertiary" icon="check" aria-label={label} onClick={() => onOpen(document)}>
			{facilitator.inPlan}
		</Button>
	) : (
		<LinkButton
			variant="tertiary"
			icon="check"
			aria-label={label}
			href={`/w/${snapshot.workshop.id}/leitung?blatt=${document}`}
		>
			{facilitator.inPlan}
		</LinkButton>
	);
}

function Hindered({ why }: { why: Hindrance }) {
	const { facilitator, plan } = useMessages();
	const { snapshot } = useSession();
	return (
		<Alert kind="warning" role="alert" title={facilitator.notInPlan}>
			<p>{why === "full" ? facilitator.planFull({ most: MOST_ACTIONS, room: 0 }) : facilitator.measureHindered[why]}</p>
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
