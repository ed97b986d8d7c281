import { type ReactNode, useEffect, useId, useRef } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";

export interface DialogProps {
	open: boolean;
	/** Called for the close button, Esc and the footer's own buttons; the owner sets `open` to false. */
	onClose: () => void;
	title: ReactNode;
	/** Buttons that name their act; the safe one first. */
	footer?: ReactNode;
	/** For sheets and tables. */
	wide?: boolean | undefined;
	children: ReactNode;
}

/**
 * A modal dialog. The browser keeps focus inside, makes the page inert and gives focus back to the opener. Its content
 * exists only while it is open.
 */
export function Dialog({ open, onClose, title, footer, wide, children }: DialogProps) {
	const { common } = useMessages();
	const dialog = useRef<HTMLDialogElement>(null);
	const titleId = useId();

	useEffect(() => {
		const element = dialog.current;
		if (element === null || !open) return;
		if (!element.open) element.showModal();
		return () => element.close();
	}, [open]);

	return (
		<dialog
			ref={dialog}
			className={classNames("kern-dialog", wide && "dialog--wide")}
			aria-labelledby={titleId}
			onClose={(event) => {
				if (open && event.target === event.currentTarget) onClose();
			}}
			onCancel={(event) => {
				// Events of dialogs and file fields inside bubble up in React; only our own counts.
				if (event.target === event.currentTarget) {
					event.preventDefault();
					onClose();
				}
			}}
		>
			{open && (
				<>
					<header className="kern-dialog__header">
						<h2 className="kern-title" id={titleId}>
							{title}
						</h2>
						<Button variant="tertiary" icon="close" iconOnly onClick={onClose}>
							{common.close}
						</Button>
					</header>
					<section className="kern-dialog__body">{children}</section>
					{footer && <footer className="kern-dialog__footer">{footer}</footer>}
				</>
			)}
		</dialog>
	);
}
