import { Link } from "@remix-run/react";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHead } from "../../ui/page-head.tsx";
import { PublicPage } from "../public-page.tsx";
import { TemplateFacts } from "./template-facts.tsx";
import type { TemplateView } from "./template-view.ts";

export interface TemplateListProps {
	templates: readonly TemplateView[];
	/** The address named a template that there is not. */
	unknown: boolean;
}

/** The first step: which workshop it shall be. */
export function TemplateList({ templates, unknown }: TemplateListProps) {
	const { create } = useMessages();
	return (
		<PublicPage wide>
			<PageHead title={create.title} />
			{unknown && <Alert kind="warning" title={create.unknownTemplate} />}
			<section className="stack">
				<h2>{create.chooseTitle}</h2>
				<ul className="columns template-cards">
					{templates.map((template) => (
						<TemplateCard key={template.id} template={template} />
					))}
				</ul>
				<p>
					<Link to="/arbeitsblaetter" className="kern-link kern-link--no-visited-state link-line">
						{create.allSheets}
					</Link>
				</p>
			</section>
		</PublicPage>
	);
}

function TemplateCard({ template }: { template: TemplateView }) {
	const { create, common } = useMessages();
	const format = useFormat();
	return (
		<Card
			as="li"
			level={3}
			title={template.title}
			footer={
				<LinkButton
					variant="primary"
					href={`/neu?vorlage=${template.id}`}
					aria-label={`${create.chooseAction}: ${template.title}`}
				>
					{create.chooseAction}
				</LinkButton>
			}
		>
			<TemplateFacts template={template} />
			<p>{template.description}</p>
			<Disclosure summary={create.preview} className="fill">
				<ol className="template-agenda" aria-label={create.previewLabel(template.title)}>
					{template.phases.map((phase) => (
						<li key={phase.id} className="template-agenda__phase">
							<span>
								{phase.title} <span className="muted">{common.phaseKind[phase.kind]}</span>
							</span>
							<span className="tabular">{format.minutes(phase.minutes)}</span>
						</li>
					))}
				</ol>
			</Disclosure>
		</Card>
	);
}
