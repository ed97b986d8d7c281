import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface CardProps {
	title?: ReactNode;
	/** The heading's level in the page's outline. */
	level?: 2 | 3 | 4 | undefined;
	/** A line above the title. */
	preline?: ReactNode;
	footer?: ReactNode;
	as?: "article" | "section" | "div" | "li" | undefined;
	id?: string | undefined;
	className?: string | undefined;
	children: ReactNode;
}

/** A bordered box for one thing. */
export function Card({ title, level = 2, preline, footer, as: Box = "div", id, className, children }: CardProps) {
	const Heading = `h${level}` as const;
	return (
		<Box className={classNames("kern-card kern-card--hug", className)} id={id}>
			<div className="kern-card__container">
				{(title || preline) && (
					<div className="kern-card__header">
						{preline && <p className="kern-preline">{preline}</p>}
						{title && <Heading className="kern-title">{title}</Heading>}
					</div>
				)}
				<div className="kern-card__body">{children}</div>
				{footer && <div className="kern-card__footer">{footer}</div>}
			</div>
		</Box>
	);
}
