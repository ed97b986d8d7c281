import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { LoadFailed } from "../load-failed.tsx";
import { useLoaded } from "../use-loaded.ts";
import { DimensionsForm } from "./dimensions-form.tsx";
import { type Draft, type LeftDraft, type Preset, sameDraft } from "./draft.ts";
import { loadPresets } from "./presets-client.ts";

interface EditDimensionsProps {
	snapshot: Snapshot;
	/** What the workshop's sheets themselves say. */
	proposed: Draft;
	left: LeftDraft | null;
	onDraft: (draft: LeftDraft | null) => void;
	onClose: () => void;
}

/** Fetches the library's proposals, then lets the facilitator choose and change. */
export default function EditDimensions(props: EditDimensionsProps) {
	const { dimensions } = useMessages();
	const { language } = props.snapshot.workshop;
	const [presets, again] = useLoaded(language, () => loadPresets(language));
	switch (presets.state) {
		case "loading":
			return <p>{dimensions.loading}</p>;
		case "failed":
			return <LoadFailed refused={presets.refused} again={again} />;
		case "ready":
			return <DimensionsForm {...props} presets={withSheets(presets.value, props.proposed, dimensions.asInSheet)} />;
	}
}

/** A workshop may come from a sheet of one's own, or of an older library, that proposes something else. */
const SHEETS = "sheet";

function withSheets(presets: readonly Preset[], proposed: Draft, title: string): readonly Preset[] {
	const known = presets.some(({ dimensions }) => sameDraft(dimensions, proposed));
	return known ? presets : [{ id: SHEETS, title, dimensions: proposed }, ...presets];
}
