import { type ReactNode, useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { LockForm } from "./lock-form.tsx";
import { RecallForm } from "./recall-form.tsx";

/** What is done to the whole room. Bringing it back stands well away from speaking to it: a slip would tear it apart. */
export function RoomBar({ snapshot, children }: { snapshot: Snapshot; children: ReactNode }) {
	const { room } = useMessages();
	const [open, setOpen] = useState<"lock" | "recall" | null>(null);
	const close = () => setOpen(null);
	const running = snapshot.workshop.status === "running";
	return (
		<div className="room-bar">
			<div className="cluster">
				{children}
				{running && (
					<Button icon="lock" onClick={() => setOpen("lock")}>
						{room.lock}
					</Button>
				)}
			</div>
			{running && <Button onClick={() => setOpen("recall")}>{room.recall}</Button>}
			<Dialog open={open === "lock"} title={room.lockTitle} onClose={close}>
				<LockForm snapshot={snapshot} />
			</Dialog>
			<Dialog open={open === "recall"} title={room.recallTitle} onClose={close}>
				<RecallForm snapshot={snapshot} onClose={close} />
			</Dialog>
		</div>
	);
}
