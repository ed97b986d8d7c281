import { useEffect, useRef, useState } from "react";
import type { Messages } from "../i18n/messages.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";
import { CopyTextDialog } from "./copy-text-dialog.tsx";
import { useOpenSheets } from "./open-sheets.tsx";
import { initialVoice, type StatusKind, speakStatus, statusInput } from "./save-status.ts";
import { useSession } from "./session-provider.tsx";
import type { Connection } from "./session-store.ts";
import { useSaveStatus } from "./use-save-status.ts";

function words(shown: StatusKind, hasSheet: boolean, connection: Connection, { session }: Messages): string {
	switch (shown) {
		case "quiet":
			return connection === "connecting" ? session.connecting : session.connected;
		case "loading":
			return session.loadingSheet;
		case "saved":
			return session.saved;
		case "saving":
			return session.saving;
		case "reconnecting":
			return session.reconnecting;
		case "offline":
			return hasSheet ? session.offline : session.offlineWithoutSheet;
		case "back":
			return session.back;
		case "failed":
			return session.notSaved;
	}
}

/**
 * How safe everything is, always in the same place and always in words. Screen readers hear it only when its class
 * changes: the visible line itself is not live.
 */
export function StatusLine() {
	const messages = useMessages();
	const { session } = messages;
	const { connection, refused } = useSession();
	const { worst, unsaved, lost, forgetLost, late, forgetLate, copyText, retry } = useOpenSheets();
	const status = useSaveStatus(statusInput(connection, worst, unsaved));
	const [copying, setCopying] = useState<string | null>(null);
	// Nothing is being reconnected where the server does not let this browser in any more.
	const shown = refused === null ? status.shown : "failed";
	const text = refused === null ? words(shown, worst !== null, connection, messages) : session.noLine;
	useStatusVoice(shown, text);

	const failed = worst?.kind === "failed" ? worst : null;
	const copyButton = worst !== null && (
		<Button variant="secondary" onClick={() => setCopying(copyText())}>
			{session.copyText}
		</Button>
	);
	return (
		<div className="status-line" data-status={shown}>
			<p role="status" aria-live="off" id="status" tabIndex={-1} className="status-line__text">
				<span className="status-line__dot" aria-hidden="true" />
				{text}
			</p>
			{shown === "offline" && copyButton}
			{failed !== null && (
				<Alert kind="danger" title={session.notSaved}>
					<p>{session.notSavedWhy[failed.reason]}</p>
					<div className="cluster">
						<Button variant="primary" onClick={retry}>
							{session.tryAgain}
						</Button>
						{copyButton}
					</div>
				</Alert>
			)}
			{lost !== "" && (
				<Alert kind="danger" title={session.notSaved}>
					<p>{session.lostWords}</p>
					<div className="cluster">
						<Button variant="primary" onClick={() => setCopying(lost)}>
							{session.copyText}
						</Button>
						<Button onClick={forgetLost}>{session.gotIt}</Button>
					</div>
				</Alert>
			)}
			{late && (
				<Alert kind="info" role="status" title={session.cameLate}>
					<div className="cluster">
						<Button onClick={forgetLate}>{session.gotIt}</Button>
					</div>
				</Alert>
			)}
			<CopyTextDialog text={copying} onClose={() => setCopying(null)} />
		</div>
	);
}

function useStatusVoice(shown: StatusKind, text: string): void {
	const announce = useAnnounce();
	const voice = useRef(initialVoice);
	useEffect(() => {
		const next = speakStatus(voice.current, shown, performance.now());
		voice.current = next.voice;
		if (next.speak) announce(text);
	}, [shown, text, announce]);
}
