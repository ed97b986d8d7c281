import type { MouseEvent } from "react";
import { Button, type ButtonProps } from "../ui/button.tsx";
import { useSession } from "./session-provider.tsx";

/**
 * A button that acts on the session. Without a line it does nothing and says so, but stays where the focus is: a
 * disabled button would drop a keyboard user back to the top of the page. `resting`: nothing to do at the moment.
 */
export function ActButton({ onClick, resting = false, ...button }: ButtonProps & { resting?: boolean }) {
	const { connection } = useSession();
	const off = resting || connection !== "live";
	return (
		<Button
			{...button}
			aria-disabled={off || undefined}
			onClick={(event: MouseEvent<HTMLButtonElement>) => {
				if (off) event.preventDefault();
				else onClick?.(event);
			}}
		/>
	);
}
