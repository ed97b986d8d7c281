import type { Block } from "../../worksheets/blocks/definitions.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Section, Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { BlankBlock } from "./blank-block.tsx";
import { Lines } from "./blank-marks.tsx";

/** A worksheet as a group finds it, to read and to print; nothing in it can be typed in. */
export function BlankSheet({ worksheet, language }: { worksheet: Worksheet; language: Language }) {
	const { gallery } = useMessages();
	return (
		<div className="blank-sheet" lang={language}>
			{worksheet.notice && <p className="muted">{worksheet.notice[language]}</p>}
			{worksheet.terms && (
				<Disclosure summary={gallery.terms} onPaper>
					<dl>
						{worksheet.terms.map(({ id, term, meaning }) => (
							<div key={id}>
								<dt>{term[language]}</dt>
								<dd>{meaning[language]}</dd>
							</div>
						))}
					</dl>
				</Disclosure>
			)}
			{worksheet.sections
				.filter(({ role }) => role !== "progress")
				.map((section) => (
					<BlankSection key={section.id} section={section} language={language} />
				))}
		</div>
	);
}

function BlankSection({ section, language }: { section: Section; language: Language }) {
	const { gallery } = useMessages();
	const repeats = section.blocks.some(({ repeat }) => repeat?.over !== undefined);
	return (
		<section className="stack">
			<h2>{section.title[language]}</h2>
			{section.notice && <p className="muted">{section.notice[language]}</p>}
			{section.intro && <p>{section.intro[language]}</p>}
			{repeats && (
				<div>
					<p>{gallery.forEach}</p>
					<Lines count={1} />
				</div>
			)}
			{section.blocks.map((block) => (
				<BlankQuestion key={block.id} block={block} language={language} />
			))}
		</section>
	);
}

function BlankQuestion({ block, language }: { block: Block; language: Language }) {
	const { gallery } = useMessages();
	return (
		<section className="blank-question">
			<div className="blank-question__head">
				<h3>
					{block.label[language]}
					{block.optional && <span className="muted"> ({gallery.optional})</span>}
				</h3>
				{block.hint && <p className="muted">{block.hint[language]}</p>}
			</div>
			{block.example && (
				<Disclosure summary={gallery.example} onPaper>
					<p>{block.example[language]}</p>
				</Disclosure>
			)}
			<BlankBlock block={block} language={language} />
		</section>
	);
}
