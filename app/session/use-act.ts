import { useCallback, useRef, useState } from "react";
import type { Command } from "../../worksheets/contract/commands.ts";
import { REFUSALS, type RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useSend } from "./session-provider.tsx";

export interface Acting {
	/**
	 * Sends commands one after another, also after those of an earlier call, and stops at the first refusal. Resolves
	 * with whether all went through.
	 */
	act(...commands: Command[]): Promise<boolean>;
	/** Why the last act did not go through. */
	refused: RefusalCode | null;
	/** Whether an answer is still to come: forms that must not be sent twice ask for it. */
	busy: boolean;
}

/** A server may be newer than this page: an unknown refusal is told as „not possible now“. */
function refusalCode(code: string): RefusalCode {
	return REFUSALS.find((known) => known === code) ?? "wrong-state";
}

/** Lets a control act on the session and say what came of it. */
export function useAct(): Acting {
	const send = useSend();
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	const [waiting, setWaiting] = useState(0);
	const queue = useRef<Promise<unknown>>(Promise.resolve());

	const act = useCallback(
		(...commands: Command[]): Promise<boolean> => {
			async function run(): Promise<boolean> {
				setRefused(null);
				for (const command of commands) {
					const answer = await send(command);
					if (answer.ok) continue;
					setRefused(refusalCode(answer.error.code));
					return false;
				}
				return true;
			}
			setWaiting((count) => count + 1);
			const done = queue.current.then(run).finally(() => setWaiting((count) => count - 1));
			queue.current = done;
			return done;
		},
		[send],
	);
	return { act, refused, busy: waiting > 0 };
}
