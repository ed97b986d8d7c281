import { useMessages } from "../i18n/provider.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";

/** Ruled lines to write on by hand. */
export function Lines({ count }: { count: number }) {
	const { gallery } = useMessages();
	return (
		<div className="blank-lines">
			<VisuallyHidden>{gallery.write}</VisuallyHidden>
			{Array.from({ length: count }, (_, line) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
				<span key={line} className="blank-line" />
			))}
		</div>
	);
}

/** A label with a line behind it. */
export function Field({ label, lines = 1 }: { label: string; lines?: number }) {
	return (
		<div className="blank-field">
			<p className="blank-field__label">{label}</p>
			<Lines count={lines} />
		</div>
	);
}

export interface Box {
	id: string;
	label: string;
	hint?: string | undefined;
}

/** Boxes to tick by hand. `dense`: in a cell, where every word costs a line. */
export function Boxes({ boxes, dense = false }: { boxes: readonly Box[]; dense?: boolean }) {
	return (
		<ul className={dense ? "blank-boxes blank-boxes--dense" : "blank-boxes"}>
			{boxes.map(({ id, label, hint }) => (
				<li key={id}>
					<span className="blank-box" />
					<span>
						{label}
						{hint !== undefined && <span className="blank-hint">{hint}</span>}
					</span>
				</li>
			))}
		</ul>
	);
}
