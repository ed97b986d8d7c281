import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Badge } from "../../ui/badge.tsx";
import type { TemplateView } from "./template-view.ts";

/** Duration, number of phases and worksheets, languages. */
export function TemplateFacts({ template }: { template: TemplateView }) {
	const { create, common } = useMessages();
	const format = useFormat();
	const languages = format.list(template.languages.map((language) => common.language[language]));
	return (
		<div className="cluster cluster--tight">
			<Badge icon="clock">{format.duration(template.minutes)}</Badge>
			<Badge>{create.phases(template.phases.length)}</Badge>
			<Badge>{create.worksheets(template.worksheets)}</Badge>
			<Badge>{languages}</Badge>
		</div>
	);
}
