import { Link } from "@remix-run/react";
import { useMessages } from "../i18n/provider.tsx";

/** How a sheet is looked at: as it is handed out, or filled in. */
export type SheetForm = "empty" | "filled";

const QUERY: Record<SheetForm, string> = { empty: "leer", filled: "ausgefuellt" };

export function readForm(request: Request, otherwise: SheetForm): SheetForm {
	const wished = new URL(request.url).searchParams.get("ansicht");
	if (wished === QUERY.filled) return "filled";
	return wished === QUERY.empty ? "empty" : otherwise;
}

/** Links rather than buttons: they work without JavaScript, and each form has an address. */
export function SheetTabs({ current }: { current: SheetForm }) {
	const { gallery } = useMessages();
	return (
		<nav aria-label={gallery.views} className="no-print">
			<ul className="gallery-tabs">
				{(["empty", "filled"] as const).map((form) => (
					<li key={form}>
						<Link
							to={`?ansicht=${QUERY[form]}`}
							className="gallery-tabs__tab"
							aria-current={form === current ? "page" : undefined}
							preventScrollReset
						>
							{gallery[form]}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
