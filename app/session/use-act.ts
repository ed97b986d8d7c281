import { useCallback, useState } from "react";
import type { Command } from "../../worksheets/contract/commands.ts";
import { REFUSALS, type RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useSend } from "./session-provider.tsx";

export interface Acting {
	/** Sends commands one after another and stops at the first refusal. Resolves with whether all went through. */
	act(...commands: Command[]): Promise<boolean>;
	/** Why the last act did not go through. */
	refused: RefusalCode | null;
	busy: boolean;
	forgive(): void;
}

/** A server may be newer than this page: an unknown refusal is told as „not possible now“. */
function refusalCode(code: string): RefusalCode {
	return REFUSALS.find((known) => known === code) ?? "wrong-state";
}

/** Lets a control act on the session and say what came of it. */
export function useAct(): Acting {
	const send = useSend();
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	const [busy, setBusy] = useState(false);

	const act = useCallback(
		async (...commands: Command[]): Promise<boolean> => {
			setBusy(true);
			setRefused(null);
			try {
				for (const command of commands) {
					const answer = await send(command);
					if (!answer.ok) {
						setRefused(refusalCode(answer.error.code));
						return false;
					}
				}
				return true;
			} finally {
				setBusy(false);
			}
		},
		[send],
	);
	return { act, refused, busy, forgive: useCallback(() => setRefused(null), []) };
}
