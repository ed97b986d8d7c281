import { useRef, useState } from "react";
import type { LinkView } from "../../worksheets/contract/links.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { loadLinks, revokeLink } from "./access-client.ts";
import { LoadFailed } from "./load-failed.tsx";
import { NewLink } from "./new-link.tsx";
import { QuestionEnd } from "./question-end.tsx";
import { useLoaded } from "./use-loaded.ts";

const HALF_A_DAY = 12 * 3_600_000;

/** The links that were handed out, and a further one. */
export function OtherLinks({ workshopId }: { workshopId: string }) {
	const { access } = useMessages().facilitator;
	const announce = useAnnounce();
	const [loaded, again] = useLoaded(workshopId, () => loadLinks(workshopId));
	/** What was made or taken back since the list was loaded: it changes in place, and nothing jumps. */
	const [made, setMade] = useState<LinkView[]>([]);
	const [gone, setGone] = useState<readonly string[]>([]);
	const [asked, setAsked] = useState<LinkView | null>(null);
	const title = useRef<HTMLHeadingElement>(null);

	function revoked(link: LinkView): void {
		setGone((before) => [...before, link.id]);
		setAsked(null);
		announce(access.revoked);
		// Its button is gone with it.
		title.current?.focus();
	}

	if (loaded.state === "loading") return <p role="status">{access.loading}</p>;
	if (loaded.state === "failed") return <LoadFailed refused={loaded.refused} again={again} />;
	const links = [...loaded.value, ...made].filter(({ id }) => !gone.includes(id));
	return (
		<>
			<h4 ref={title} tabIndex={-1}>
				{access.list}
			</h4>
			{links.length === 0 ? (
				<p>{access.none}</p>
			) : (
				<ul className="access-links">
					{links.map((link) => (
						<LinkLine key={link.id} link={link} onRevoke={() => setAsked(link)} />
					))}
				</ul>
			)}
			<NewLink workshopId={workshopId} gone={gone} onMade={(link) => setMade((before) => [...before, link])} />
			<Dialog open={asked !== null} title={access.revokeTitle} onClose={() => setAsked(null)}>
				{asked !== null && (
					<Revoke
						workshopId={workshopId}
						link={asked}
						onClose={() => setAsked(null)}
						onRevoked={() => revoked(asked)}
					/>
				)}
			</Dialog>
		</>
	);
}

function LinkLine({ link, onRevoke }: { link: LinkView; onRevoke: () => void }) {
	const { access } = useMessages().facilitator;
	const format = useFormat();
	const label = link.label === "" ? access.unnamed : link.label;
	return (
		<li className="access-links__link">
			<div>
				<p className="cluster">
					<strong>{label}</strong>
					<Badge kind="neutral">{access.roles[link.role]}</Badge>
				</p>
				<p className="muted small">
					{access.created({ date: format.date(link.createdAt) })}
					{". "}
					{link.lastUsedAt === null
						? access.neverUsed
						: // The day is the server's: its noon is that day nearly everywhere.
							access.lastUsed({ date: format.date(link.lastUsedAt + HALF_A_DAY) })}
					.
				</p>
			</div>
			<Button aria-label={access.revokeOf({ role: access.roles[link.role], label })} onClick={onRevoke}>
				{access.revoke}
			</Button>
		</li>
	);
}

interface RevokeProps {
	workshopId: string;
	link: LinkView;
	onClose: () => void;
	onRevoked: () => void;
}

function Revoke({ workshopId, link, onClose, onRevoked }: RevokeProps) {
	const { facilitator } = useMessages();
	const { access } = facilitator;
	const [refused, setRefused] = useState<RefusalCode | null>(null);

	async function revoke(): Promise<void> {
		setRefused(null);
		const answer = await revokeLink(workshopId, link.id);
		// What another window has taken back is gone as well.
		if (answer.ok || answer.refused === "not-found") onRevoked();
		else setRefused(answer.refused);
	}

	const label = link.label === "" ? access.unnamed : link.label;
	return (
		<div className="stack">
			<p>{access.revokeText({ role: access.roles[link.role], label })}</p>
			<QuestionEnd refused={refused} onCancel={onClose}>
				<Button variant="danger" onClick={() => void revoke()}>
					{access.revokeDo}
				</Button>
			</QuestionEnd>
		</div>
	);
}
