import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { NoLongerIn } from "../../session/no-longer-in.tsx";
import { useServerNow } from "../../session/session-provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Badge } from "../../ui/badge.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { LineNotice } from "../line-notice.tsx";
import { SeriesLink } from "../series-link.tsx";
import { planSum } from "./plan-sum.ts";

/** What is planned, and what it comes to. */
export function PlanHead({ snapshot }: { snapshot: Snapshot }) {
	const { plan } = useMessages();
	const { workshop } = snapshot;
	return (
		<>
			<p className="muted">{plan.title}</p>
			<h1 lang={workshop.language}>{workshop.title}</h1>
			<NoLongerIn />
			<LineNotice />
			{workshop.status === "ended" && <Alert kind="info" title={plan.ended} />}
			<PlanSumLine snapshot={snapshot} />
			<div className="cluster">
				<LinkButton href={`/w/${workshop.id}/leitung`} icon="chevron-left">
					{plan.toCockpit}
				</LinkButton>
				<SeriesLink workshop={workshop} />
			</div>
		</>
	);
}

function PlanSumLine({ snapshot }: { snapshot: Snapshot }) {
	const { plan } = useMessages();
	const format = useFormat();
	const { minutes, startsAt, endsAt, spare } = planSum(snapshot, useServerNow(15_000));
	const { status, endsAt: wished } = snapshot.workshop;
	const inTime = wished === null || spare === null ? null : { minutes: Math.abs(spare), time: format.time(wished) };
	return (
		<section className="plan-sum" aria-label={plan.sum}>
			<p className="plan-sum__line">
				{startsAt !== null && endsAt !== null && (
					<span className="plan-sum__span">{format.timeSpan(startsAt, endsAt)}</span>
				)}
				<span>{plan.together({ duration: format.duration(minutes) })}</span>
				{inTime !== null && spare !== null && status !== "ended" && (
					<Badge kind={spare < 0 ? "danger" : "success"} icon={spare < 0 ? "warning" : "clock"}>
						{spare < 0 ? plan.over(inTime) : spare === 0 ? plan.exact(inTime) : plan.spare(inTime)}
					</Badge>
				)}
			</p>
			{status !== "ended" && (startsAt === null || wished === null) && (
				<p className="muted">{startsAt === null ? plan.withoutStart : plan.withoutEnd}</p>
			)}
		</section>
	);
}
