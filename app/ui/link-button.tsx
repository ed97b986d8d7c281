import { Link } from "@remix-run/react";
import type { AnchorHTMLAttributes } from "react";
import { ButtonContent, type ButtonLook, buttonClass } from "./button.tsx";
import { classNames } from "./class-names.ts";

export interface LinkButtonProps
	extends ButtonLook,
		Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "children"> {
	/** A path inside Arena, or a whole address. */
	href: string;
	/** Loads the target as a new document: downloads, and links that carry a secret in their fragment. */
	reloadDocument?: boolean | undefined;
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton(props: LinkButtonProps) {
	const { variant, icon, iconOnly, compact, block, children, className, href, reloadDocument = false, ...rest } = props;
	const look = { variant, icon, iconOnly, compact, block, children };
	return (
		<Link to={href} reloadDocument={reloadDocument} className={classNames(buttonClass(look), className)} {...rest}>
			<ButtonContent {...look} />
		</Link>
	);
}
