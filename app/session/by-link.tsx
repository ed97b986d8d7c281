import "../parsing.ts";
import { useEffect, useRef, useState } from "react";
import { enteredSchema, type Who } from "../../worksheets/contract/links.ts";
import { useMessages } from "../i18n/provider.tsx";
import { AlreadyHere } from "./already-here.tsx";
import { request } from "./api-client.ts";

interface ByLinkProps {
	workshopId: string;
	secret: string;
	onDone: (outcome: "entered" | "refused" | "unavailable") => void;
}

/** Enters by a link's secret. Where this browser is somebody else in the workshop already, the person is asked first. */
export default function ByLink({ workshopId, secret, onDone }: ByLinkProps) {
	const { session } = useMessages();
	const [asked, setAsked] = useState<{ here: Who; coming: Who } | null>(null);
	const begun = useRef(false);

	async function enter(ask: boolean): Promise<void> {
		const answer = await request("POST", `/api/workshops/${workshopId}/enter`, { token: secret, ask });
		if (!answer.ok && answer.refused === "unavailable") return onDone("unavailable");
		window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
		if (!answer.ok) return onDone("refused");
		const entered = enteredSchema.safeParse(answer.value);
		if (!entered.success) return onDone("unavailable");
		const { here, ...coming } = entered.data;
		if (here === undefined) onDone("entered");
		else setAsked({ here, coming });
	}

	useEffect(() => {
		if (begun.current) return;
		begun.current = true;
		void enter(true);
	});

	if (asked === null) return <p role="status">{session.entering}</p>;
	return (
		<AlreadyHere
			{...asked}
			workshopId={workshopId}
			onStay={() => window.location.assign(placeOf(workshopId, asked.here))}
			onChange={() => void enter(false)}
		/>
	);
}

function placeOf(workshopId: string, { role }: Who): string {
	return role === "participant" ? `/w/${workshopId}` : `/w/${workshopId}/leitung`;
}
