import { type KeyboardEvent, useRef } from "react";
import { classNames } from "./class-names.ts";

interface TabsProps {
	/** Names the list for those who listen. */
	label: string;
	tabs: readonly { id: string; label: string }[];
	current: string;
	onChange: (id: string) => void;
	/** Id of the element whose content follows the choice. */
	panelId: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One of a few views of the same thing; the arrow keys go through them. */
export function Tabs({ label, tabs, current, onChange, panelId }: TabsProps) {
	const list = useRef<HTMLDivElement>(null);
	const onKeyDown = (event: KeyboardEvent) => {
		const step = STEPS[event.key];
		const at = tabs.findIndex(({ id }) => id === current);
		const index = step === undefined ? -1 : (at + step + tabs.length) % tabs.length;
		const next = tabs[index];
		if (next === undefined) return;
		event.preventDefault();
		onChange(next.id);
		list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
	};
	return (
		<div ref={list} role="tablist" aria-label={label} className="tabs" onKeyDown={onKeyDown}>
			{tabs.map((tab) => (
				<button
					key={tab.id}
					type="button"
					role="tab"
					id={tabId(panelId, tab.id)}
					className={classNames("tabs__tab", tab.id === current && "tabs__tab--current")}
					aria-selected={tab.id === current}
					aria-controls={panelId}
					tabIndex={tab.id === current ? 0 : -1}
					onClick={() => onChange(tab.id)}
				>
					{tab.label}
				</button>
			))}
		</div>
	);
}

/** The id of a tab, by which its panel is named. */
export function tabId(panelId: string, id: string): string {
	return `${panelId}-tab-${id}`;
}
