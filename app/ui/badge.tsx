import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface BadgeProps {
	kind?: "neutral" | "info" | "success" | "warning" | "danger" | undefined;
	icon?: IconName | undefined;
	children: ReactNode;
}

/** A short mark beside a thing; its words carry the meaning. */
export function Badge({ kind = "neutral", icon, children }: BadgeProps) {
	return (
		<span className={classNames("kern-badge kern-badge--small", `kern-badge--${kind}`)}>
			{icon && <Icon name={icon} small />}
			<span className="kern-label kern-label--small">{children}</span>
		</span>
	);
}
