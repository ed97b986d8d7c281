import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export interface DisclosureProps {
	summary: ReactNode;
	/** Open from the start; afterwards it is the reader's. */
	open?: boolean | undefined;
	id?: string | undefined;
	className?: string | undefined;
	/** It is part of what is printed, open or not. All others are on paper what they are on the screen. */
	onPaper?: boolean | undefined;
	/** Called each time it is unfolded. */
	onOpen?: (() => void) | undefined;
	children: ReactNode;
}

/** Something to read on demand. */
export function Disclosure({ summary, open, id, className, onPaper, onOpen, children }: DisclosureProps) {
	const details = useRef<HTMLDetailsElement>(null);
	const opened = useRef(onOpen);
	opened.current = onOpen;

	// The browser unfolds it without us: nobody heard of that before the page was alive.
	useEffect(() => {
		if (details.current?.open) opened.current?.();
	}, []);

	return (
		<details
			ref={details}
			className={classNames("disclosure", onPaper && "disclosure--on-paper", className)}
			open={open}
			id={id}
			onToggle={(event) => event.currentTarget.open && onOpen?.()}
		>
			<summary className="disclosure__summary">
				<Icon name="chevron-right" />
				<span>{summary}</span>
			</summary>
			<div className="disclosure__body">{children}</div>
		</details>
	);
}
