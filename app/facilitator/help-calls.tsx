import { useEffect, useRef } from "react";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import type { HelpCall, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useServerNow } from "../session/session-provider.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";

/** Who waits for help, the longest first. New calls are said politely. */
export function HelpCalls({ snapshot, onLookIn }: { snapshot: Snapshot; onLookIn: (group: string) => void }) {
	const { facilitator, room } = useMessages();
	const { act, refused } = useAct();
	const heading = useRef<HTMLHeadingElement>(null);
	const now = useServerNow(10_000);
	useCallsAnnounced(snapshot);

	/** The cleared call's buttons are gone with it: the focus goes to the list's heading. */
	async function clear(participant: string): Promise<void> {
		if (await act({ type: "help.clear", participant })) heading.current?.focus();
	}

	/** Its button makes room for what it has said. */
	async function answer(participant: string): Promise<void> {
		if (await act({ type: "help.answer", participant })) heading.current?.focus();
	}

	const calls = [...snapshot.help].sort((a, b) => a.since - b.since);
	return (
		<section aria-labelledby="help-title" className="help-calls" data-open={calls.length > 0}>
			<h2 id="help-title" ref={heading} tabIndex={-1}>
				{facilitator.helpCalls({ count: calls.length })}
			</h2>
			<Refused code={refused} />
			{calls.length > 0 && (
				<ul className="help-calls__list">
					{calls.map((call) => {
						const { group } = call;
						return (
							<li key={call.id} className="help-calls__call">
								<HelpCaller snapshot={snapshot} call={call} />
								<p>{facilitator.helpSince({ minutes: Math.floor((now - call.since) / 60_000) })}</p>
								{call.text !== "" && <p className="help-calls__text">„{call.text}“</p>}
								<div className="cluster">
									{group !== undefined && (
										<Button icon="eye" onClick={() => onLookIn(group)}>
											{facilitator.lookIn}
										</Button>
									)}
									{call.coming ? (
										<Badge kind="info" icon="check">
											{room.comingSaid}
										</Badge>
									) : (
										<ActButton onClick={() => void answer(call.participant)}>{room.coming}</ActButton>
									)}
									<ActButton icon="check" onClick={() => void clear(call.participant)}>
										{facilitator.helpDone}
									</ActButton>
								</div>
							</li>
						);
					})}
				</ul>
			)}
		</section>
	);
}

function callerName(snapshot: Snapshot, call: HelpCall): string {
	return snapshot.participants.find((person) => person.id === call.participant)?.name ?? "";
}

function HelpCaller({ snapshot, call }: { snapshot: Snapshot; call: HelpCall }) {
	const index = snapshot.groups.findIndex((group) => group.id === call.group);
	const group = snapshot.groups[index];
	return (
		<p className="cluster">
			{group !== undefined && <GroupBadge index={index} name={group.name} />}
			<span>{callerName(snapshot, call)}</span>
		</p>
	);
}

function useCallsAnnounced(snapshot: Snapshot): void {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const known = useRef(new Set(snapshot.help.map((call) => call.id)));
	useEffect(() => {
		for (const call of snapshot.help) {
			if (known.current.has(call.id)) continue;
			known.current.add(call.id);
			const index = snapshot.groups.findIndex((candidate) => candidate.id === call.group);
			const name = snapshot.groups[index]?.name;
			const group = name === undefined ? undefined : groupLabel(index, name);
			announce(facilitator.helpArrived({ from: group ?? callerName(snapshot, call) }));
		}
	}, [snapshot, announce, facilitator]);
}
