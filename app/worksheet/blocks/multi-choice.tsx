import { Fragment, useId } from "react";
import {
	addOwnOption,
	multiChoiceBlock,
	removeOwnOption,
	setMultiChoiceReason,
	toggleOption,
} from "../../../worksheets/blocks/multi-choice.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { randomId } from "../random-id.ts";
import { useSheet } from "../sheet-context.tsx";
import { PlainField } from "../text/plain-field.tsx";
import { useAnswer } from "../use-answer.ts";
import { AddOwn } from "./add-own.tsx";
import type { BlockProps } from "./block-props.ts";
import { OptionDetails } from "./option-details.tsx";

/** Any number of options, entries of one's own, and a reason where one is asked for. */
export function MultiChoice({ block, item, labelledBy, describedBy }: BlockProps<"multi-choice">) {
	const words = useMessages().sheet;
	const { sheet, language, writable } = useSheet();
	const id = useId();
	const answer = useAnswer(multiChoiceBlock, block, item);
	const { doc } = sheet;
	return (
		<>
			<fieldset className="sheet-radios__list" aria-labelledby={labelledBy} aria-describedby={describedBy}>
				{block.options.map((option) => (
					<Fragment key={option.id}>
						<label className="sheet-check">
							<input
								type="checkbox"
								className="sheet-check__box"
								checked={answer.chosen.includes(option.id)}
								disabled={!writable}
								onChange={(event) => toggleOption(doc, block, item, option.id, event.target.checked)}
							/>
							<span className="sheet-check__text">
								{option.label[language]}
								{option.hint && <span className="sheet-muted"> {option.hint[language]}</span>}
							</span>
						</label>
						<OptionDetails label={option.label[language]} option={option} />
					</Fragment>
				))}
				{answer.own.map((entry) => (
					<label key={entry.id} className="sheet-check">
						<input
							type="checkbox"
							className="sheet-check__box"
							checked
							disabled={!writable}
							onChange={() => removeOwnOption(doc, block, item, entry.id)}
						/>
						<span className="sheet-check__text">{entry.label}</span>
					</label>
				))}
			</fieldset>
			{block.own && writable && <AddOwn onAdd={(label) => addOwnOption(doc, block, item, randomId(), label)} />}
			{block.reason && (
				<PlainField
					id={id}
					label={words.reason}
					value={answer.reason}
					onWrite={(text) => setMultiChoiceReason(doc, block, item, text)}
					readOnly={!writable}
					lines="many"
				/>
			)}
		</>
	);
}
