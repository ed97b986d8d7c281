import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useSheet } from "./sheet-context.tsx";

/** The field's own words that the sheet uses, to look up on demand. */
export function Terms({ terms }: { terms: NonNullable<Worksheet["terms"]> }) {
	const words = useMessages().sheet;
	const { language } = useSheet();
	return (
		<Disclosure summary={words.terms}>
			<dl className="sheet-terms">
				{terms.map(({ id, term, meaning }) => (
					<div key={id}>
						<dt>{term[language]}</dt>
						<dd>{meaning[language]}</dd>
					</div>
				))}
			</dl>
		</Disclosure>
	);
}
