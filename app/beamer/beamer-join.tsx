import { headCount } from "../../worksheets/contract/head-count.ts";
import { spokenCode } from "../../worksheets/contract/ids.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";

/** Before the start: how to come in, as large as it will go, and how many have. */
export function BeamerJoin({ snapshot, origin }: { snapshot: Snapshot; origin: string }) {
	const { facilitator, session } = useMessages();
	const beamer = facilitator.projector;
	const format = useFormat();
	const { code, startsAt } = snapshot.workshop;
	const here = headCount(snapshot.participants.filter(({ online, waiting }) => online && !waiting));
	return (
		<div className="beamer-join">
			<img className="beamer-join__qr" src={`/qr/${code}.svg`} alt={beamer.qrAlt} width="400" height="400" />
			<div className="beamer-join__how">
				<h1>{beamer.join}</h1>
				<p>{beamer.joinHow}</p>
				<p className="beamer-join__address">{addressOf(origin)}</p>
				<p className="beamer-join__code">{spokenCode(code)}</p>
				{startsAt !== null && <p>{session.startsAt({ date: format.date(startsAt), time: format.time(startsAt) })}</p>}
				<p>{here === 0 ? session.startsSoon : session.peopleHere({ count: here })}</p>
			</div>
		</div>
	);
}

/** While it runs: one line for those who come late. */
export function JoinLine({ code, origin }: { code: string; origin: string }) {
	const { projector: beamer } = useMessages().facilitator;
	return (
		<p className="beamer__join">
			{beamer.joinLine({ address: addressOf(origin) })} <span>{beamer.joinCode({ code: spokenCode(code) })}</span>
		</p>
	);
}

/** As one types it; the start page asks for the code. */
function addressOf(origin: string): string {
	return origin.replace(/^https?:\/\//, "");
}
