import type { ReactNode } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

type AlertKind = "info" | "success" | "warning" | "danger";

export interface AlertProps {
	kind: AlertKind;
	/** Names the matter; without it the kind does („Hinweis“). */
	title?: ReactNode;
	children?: ReactNode;
	/** `status` is read politely, `alert` at once; without it the box is silent. */
	role?: "status" | "alert" | undefined;
	className?: string | undefined;
}

/** A box that says how things stand; kind in words, colour and icon. */
export function Alert({ kind, title, children, role, className }: AlertProps) {
	const { common } = useMessages();
	return (
		<div className={classNames("kern-alert", `kern-alert--${kind}`, className)} role={role}>
			<div className="kern-alert__header">
				<Icon name={kind} />
				<p className="kern-title">{title ?? common.alert[kind]}</p>
			</div>
			{children && <div className="kern-alert__body">{children}</div>}
		</div>
	);
}
