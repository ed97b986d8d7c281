import type { Language } from "../../worksheets/contract/languages.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Disclosure } from "../ui/disclosure.tsx";

interface TermsProps {
	terms: NonNullable<Worksheet["terms"]>;
	language: Language;
}

/** The field's own words that the sheet uses, to look up on demand. */
export function Terms({ terms, language }: TermsProps) {
	const { session } = useMessages();
	return (
		<Disclosure summary={session.terms}>
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
