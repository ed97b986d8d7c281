import type { ReactNode } from "react";
import type { Role, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { UnknownVisitorPage } from "../session/door-pages.tsx";
import { EnterByLink } from "../session/enter-by-link.tsx";
import { SessionProvider } from "../session/session-provider.tsx";
import { OnlyFacilitatorsPage } from "./only-facilitators-page.tsx";

interface StaffDoorProps<Visitor> {
	workshopId: string;
	/** Null for a browser without access, which may still come by a link. */
	visitor: Visitor | null;
	/** Whose page it is; where nothing else is said, that of all but participants. */
	admits?: (role: Role) => boolean;
	/** The page, inside the live session. */
	children: (visitor: Visitor) => ReactNode;
}

/** The way to the pages of those who steer and those who observe; everybody else is told where they belong. */
export function StaffDoor<Visitor extends { role: Role; snapshot: Snapshot }>({
	workshopId,
	visitor,
	admits = (role) => role !== "participant",
	children,
}: StaffDoorProps<Visitor>) {
	return (
		<EnterByLink workshopId={workshopId}>
			{visitor === null ? (
				<UnknownVisitorPage />
			) : admits(visitor.role) ? (
				<SessionProvider key={visitor.role} initial={visitor.snapshot}>
					{children(visitor)}
				</SessionProvider>
			) : (
				<OnlyFacilitatorsPage workshopId={workshopId} />
			)}
		</EnterByLink>
	);
}
