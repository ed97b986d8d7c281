import type { Option } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { useSheet } from "../sheet-context.tsx";

const DETAILS = ["members", "mandate", "cadence"] as const;

/** Of a structure module, what can be known beyond its hint. */
type OptionDetail = (typeof DETAILS)[number];

interface OptionDetailsProps {
	/** What the option is called, for people who hear the page. */
	label: string;
	option: Partial<Pick<Option, OptionDetail>>;
}

/** Who belongs to a structure module, what it may do, how often it meets; nothing for any other option. */
export function OptionDetails({ label, option }: OptionDetailsProps) {
	const words = useMessages().sheet;
	const { language } = useSheet();
	const details = DETAILS.flatMap((detail) => {
		const text = option[detail];
		return text === undefined ? [] : [{ detail, text: text[language] }];
	});
	if (details.length === 0) return null;
	const summary = (
		<>
			{words.more}
			<VisuallyHidden>: {label}</VisuallyHidden>
		</>
	);
	return (
		<Disclosure summary={summary} className="sheet-details">
			<dl className="sheet-terms">
				{details.map(({ detail, text }) => (
					<div key={detail}>
						<dt>{words[detail]}</dt>
						<dd>{text}</dd>
					</div>
				))}
			</dl>
		</Disclosure>
	);
}
