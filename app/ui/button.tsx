import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

type ButtonVariant = "primary" | "secondary" | "tertiary" | "danger";

export interface ButtonLook {
	variant?: ButtonVariant | undefined;
	icon?: IconName | undefined;
	/** Shows the icon alone; the children stay its name. */
	iconOnly?: boolean | undefined;
	/** 32 px high with the hit area of 48 px. */
	compact?: boolean | undefined;
	/** As wide as its container. */
	block?: boolean | undefined;
	children: ReactNode;
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
	children: ReactNode;
}

/** A button that names its act; secondary and of type "button" unless told otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
	{ variant, icon, iconOnly, compact, block, className, children, type = "button", ...rest },
	ref,
) {
	const look = { variant, icon, iconOnly, compact, block, children };
	return (
		<button ref={ref} type={type} className={classNames(buttonClass(look), className)} {...rest}>
			<ButtonContent {...look} />
		</button>
	);
});

export function buttonClass({ variant = "secondary", iconOnly, compact, block }: ButtonLook): string {
	return classNames(
		"kern-btn",
		`kern-btn--${variant}`,
		iconOnly && "kern-btn--icon",
		compact && "kern-btn--x-small",
		block && "kern-btn--block",
	);
}

export function ButtonContent({ icon, iconOnly, children }: ButtonLook) {
	return (
		<>
			{icon && <Icon name={icon} />}
			{iconOnly ? <VisuallyHidden>{children}</VisuallyHidden> : <span className="kern-label">{children}</span>}
		</>
	);
}
