import { useId } from "react";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Offer, SheetOffers } from "../../worksheets/plan/offers.ts";
import { saidOf } from "../../worksheets/plan/said.ts";
import { useMessages } from "../i18n/provider.tsx";
import { CheckboxField } from "../ui/checkbox-field.tsx";

interface OfferedStepsProps {
	offered: readonly SheetOffers[];
	/** By `offerKey`. */
	chosen: ReadonlySet<string>;
	language: Language;
	onChoose: (offer: Offer, on: boolean) => void;
}

export function offerKey({ source }: Offer): string {
	return `${source.document} ${source.row}`;
}

/** The steps of all sheets, sheet by sheet; what the plan has already is marked and cannot be taken again. */
export function OfferedSteps({ offered, chosen, language, onChoose }: OfferedStepsProps) {
	const { facilitator } = useMessages();
	const id = useId();
	if (offered.length === 0) return <p>{facilitator.noSteps}</p>;
	return offered.map(({ sheet, offers }) => (
		<fieldset key={sheet.document} className="offered-steps">
			<legend>{sheet.name}</legend>
			{offers.map((offer) => {
				const { cells } = offer.step;
				const details = saidOf(cells, language, ["responsible", "due", "firstStep"]);
				return (
					<CheckboxField
						key={offer.step.row}
						id={`${id}-${offerKey(offer).replace(" ", "-")}`}
						label={saidOf(cells, language, ["what"]) || facilitator.unnamedStep}
						hint={offer.taken ? facilitator.stepTaken : details || undefined}
						checked={offer.taken || chosen.has(offerKey(offer))}
						disabled={offer.taken}
						onChange={(event) => onChoose(offer, event.target.checked)}
					/>
				);
			})}
		</fieldset>
	));
}
