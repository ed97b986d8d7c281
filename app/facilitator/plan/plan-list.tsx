import { type CSSProperties, useLayoutEffect, useRef } from "react";
import type { PhaseView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { type AgendaEntry, agendaTimes } from "../../session/agenda-times.ts";
import { Refused } from "../../session/refused.tsx";
import { useServerNow, useSessionStore } from "../../session/session-provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { firstFreePlace, lockOf } from "./locks.ts";
import { RemovedPhase } from "./removed-phase.tsx";
import { useDragOrder } from "./use-drag-order.ts";

interface PlanListProps {
	snapshot: Snapshot;
	chosen: string | null;
	onChoose: (phase: string) => void;
	onAdded: (phase: string) => void;
}

const NEW_MINUTES = 15;

/** The phases in their order with their times: to choose, to move and to add to. */
export function PlanList({ snapshot, chosen, onChoose, onAdded }: PlanListProps) {
	const { plan } = useMessages();
	const announce = useAnnounce();
	const store = useSessionStore();
	const { act, refused } = useAct();
	const { phases, removedPhase, workshop } = snapshot;
	const times = agendaTimes(snapshot, useServerNow(15_000));
	const firstFree = firstFreePlace(snapshot);
	const ended = workshop.status === "ended";
	const drag = useDragOrder({ ids: phases.map(({ id }) => id), firstFree, onDrop: move });
	const { keepFocus } = useFocusKept(drag.list, phases);

	async function move(id: string, to: number): Promise<void> {
		const moved = await act({ type: "plan.move", phase: id, to });
		const now = store.state().snapshot.phases;
		const index = now.findIndex((phase) => phase.id === id);
		const title = now[index]?.title ?? "";
		announce(moved ? plan.moved({ title, place: index + 1, count: now.length }) : plan.notMoved({ title }));
	}

	async function add(): Promise<void> {
		const known = new Set(phases.map(({ id }) => id));
		const behind = phases.findIndex(({ id }) => id === chosen);
		const after = phases[behind < 0 ? phases.length - 1 : Math.max(behind, firstFree - 1)]?.id ?? null;
		const command = { type: "plan.add", kind: "plenary", after, title: plan.newPhase, minutes: NEW_MINUTES } as const;
		if (!(await act(command))) return;
		const now = store.state().snapshot.phases;
		const place = now.findIndex(({ id }, index) => !known.has(id) && now[index - 1]?.id === after);
		const added = now[place] ?? now.find(({ id }) => !known.has(id));
		if (added === undefined) return;
		announce(plan.added({ place: now.indexOf(added) + 1, count: now.length }));
		onAdded(added.id);
	}

	const rows = phases.map((phase, index) => (
		<PlanRow
			key={phase.id}
			snapshot={snapshot}
			phase={phase}
			entry={times[index]}
			order={drag.dragging === null ? undefined : drag.place(phase.id)}
			dragged={drag.dragging === phase.id}
			isChosen={phase.id === chosen}
			handle={drag.handle(phase.id)}
			ways={{ up: index > firstFree, down: index < phases.length - 1 }}
			onMove={(by) => {
				keepFocus(phase.id, by < 0 ? "up" : "down");
				void move(phase.id, index + by);
			}}
			onChoose={() => onChoose(phase.id)}
		/>
	));
	if (removedPhase !== null && !ended) {
		rows.splice(
			Math.min(removedPhase.index, rows.length),
			0,
			<RemovedPhase key="removed" removed={removedPhase} onRestored={onChoose} />,
		);
	}
	return (
		<section className="plan-list" aria-labelledby="plan-phases">
			<h2 id="plan-phases" tabIndex={-1}>
				{plan.phases}
			</h2>
			<Refused code={refused} />
			<ol ref={drag.list} className="plan-list__rows" data-dragging={drag.dragging !== null || undefined}>
				{rows}
			</ol>
			{!ended && (
				<div className="cluster">
					<ActButton icon="plus" variant="primary" onClick={() => void add()}>
						{plan.add}
					</ActButton>
				</div>
			)}
		</section>
	);
}

interface PlanRowProps {
	snapshot: Snapshot;
	phase: PhaseView;
	entry: AgendaEntry | undefined;
	/** Where it stands while something is dragged. */
	order: number | undefined;
	dragged: boolean;
	isChosen: boolean;
	handle: ReturnType<ReturnType<typeof useDragOrder>["handle"]>;
	ways: { up: boolean; down: boolean };
	onMove: (by: -1 | 1) => void;
	onChoose: () => void;
}

function PlanRow({ snapshot, phase, entry, order, dragged, isChosen, handle, ways, onMove, onChoose }: PlanRowProps) {
	const { plan, common } = useMessages();
	const format = useFormat();
	const lock = lockOf(snapshot, phase);
	const { title } = phase;
	const style: CSSProperties | undefined = order === undefined ? undefined : { order };
	return (
		<li
			className="plan-row"
			data-row={phase.id}
			data-lock={lock}
			data-dragged={dragged || undefined}
			aria-current={isChosen || undefined}
			style={style}
		>
			<span className="plan-row__text">
				<span className="plan-row__title" lang={snapshot.workshop.language}>
					{title}
				</span>
				<span className="plan-row__facts">
					{entry?.startsAt != null && (
						<time className="plan-row__time" dateTime={new Date(entry.startsAt).toISOString()}>
							{format.time(entry.startsAt)}
						</time>
					)}
					<span>
						{common.phaseKind[phase.kind]}, {format.minutes(phase.minutes)}
					</span>
					{lock !== "open" && <Badge kind={lock === "running" ? "info" : "neutral"}>{plan.state[lock]}</Badge>}
				</span>
			</span>
			{lock === "open" ? (
				<span className="plan-row__moves">
					<span className="plan-row__handle" aria-hidden="true" {...handle}>
						<Icon name="grip" />
					</span>
					<ActButton
						variant="tertiary"
						icon="arrow-up"
						iconOnly
						data-focus={`${phase.id} up`}
						resting={!ways.up}
						onClick={() => onMove(-1)}
					>
						{plan.moveUp({ title })}
					</ActButton>
					<ActButton
						variant="tertiary"
						icon="arrow-down"
						iconOnly
						data-focus={`${phase.id} down`}
						resting={!ways.down}
						onClick={() => onMove(1)}
					>
						{plan.moveDown({ title })}
					</ActButton>
				</span>
			) : (
				<span className="plan-row__moves plan-row__moves--locked">
					<Icon name="lock" />
				</span>
			)}
			<Button
				className="plan-row__edit"
				data-focus={`${phase.id} edit`}
				aria-label={lock === "over" ? plan.viewPhase({ title }) : plan.editPhase({ title })}
				onClick={onChoose}
			>
				{lock === "over" ? plan.view : plan.edit}
			</Button>
		</li>
	);
}

/** A row that moves in the document loses the focus; who pressed its button goes on from there. */
function useFocusKept(list: { current: HTMLElement | null }, phases: readonly PhaseView[]) {
	const wanted = useRef<string | null>(null);
	const order = phases.map(({ id }) => id).join();
	const shown = useRef(order);
	useLayoutEffect(() => {
		if (shown.current === order) return;
		shown.current = order;
		if (wanted.current === null) return;
		list.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(wanted.current)}"]`)?.focus();
		wanted.current = null;
	}, [order, list]);
	return {
		keepFocus(phase: string, action: "up" | "down"): void {
			wanted.current = `${phase} ${action}`;
		},
	};
}
