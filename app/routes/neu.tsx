import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import type { PageHandle } from "../i18n/page-texts.ts";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { CreateForm } from "../public-pages/create/create-form.tsx";
import { CreatedLinks } from "../public-pages/create/created-links.tsx";
import type { CreatedView } from "../public-pages/create/invitation-text.ts";
import { type CreateValues, type FieldProblem, readCreateForm } from "../public-pages/create/read-create-form.ts";
import { TemplateList } from "../public-pages/create/template-list.tsx";
import { templateView } from "../public-pages/create/template-view.ts";
import { formText } from "../public-pages/form-text.ts";
import { refusalStatus } from "../public-pages/refusal-status.ts";

export const handle: PageHandle = { texts: ["create"] };

export async function loader(args: LoaderFunctionArgs) {
	const { context, request } = args;
	const { language, messages } = await requestMessages(args);
	const wished = new URL(request.url).searchParams.get("vorlage");
	const templates = context.templates().map((template) => templateView(template, language));
	return json({
		title: messages.create.title,
		templates,
		wished,
		chosen: templates.find((template) => template.id === wished) ?? null,
		retentionDays: context.retentionDays,
		passwordNeeded: context.creationPassword,
	});
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

type Answer =
	| { created: CreatedView }
	| { created: null; values: CreateValues; problems: FieldProblem[]; refused: RefusalCode | null };

/** The answer holds the facilitator's secret once: it is shown, not redirected to, and no cache may keep it. */
const NO_STORE = { "Cache-Control": "no-store" };

export async function action({ context, request }: ActionFunctionArgs) {
	const form = await request.formData();
	const template = context.templates().find(({ id }) => id === formText(form, "template"));
	if (template === undefined) throw json(null, { status: 404 });
	const rules = {
		template,
		retentionDays: context.retentionDays,
		passwordNeeded: context.creationPassword,
		now: Date.now(),
	};
	const { values, problems, input } = readCreateForm(form, rules);
	if (input === null) return json<Answer>({ created: null, values, problems, refused: null }, { status: 422 });

	const created = await context.create(input);
	if (!created.ok) {
		const { refused } = created;
		const wrongPassword = refused === "unauthenticated";
		return json<Answer>(
			{
				created: null,
				values,
				problems: wrongPassword ? [{ field: "password", problem: "passwordWrong" }] : [],
				refused: wrongPassword ? null : refused,
			},
			{ status: refusalStatus(refused) },
		);
	}
	const { id, code, joinUrl, facilitatorUrl, facilitatorToken, recoveryCode } = created.value;
	const minutes = template.phases.reduce((sum, phase) => sum + (input.minutes?.[phase.id] ?? phase.minutes), 0);
	const view: CreatedView = {
		title: input.title ?? template.title[input.language],
		code,
		joinUrl,
		facilitatorUrl,
		recoveryCode,
		address: new URL(context.origin).host,
		privacyUrl: `${context.origin}/datenschutz`,
		startsAt: input.startsAt ?? null,
		minutes,
		place: input.place ?? "",
		retentionDays: input.retentionDays ?? context.retentionDays,
	};
	return json<Answer>(
		{ created: view },
		{ headers: { ...NO_STORE, "Set-Cookie": context.cookie(id, facilitatorToken) } },
	);
}

export default function NewWorkshop() {
	const { templates, chosen, wished, retentionDays, passwordNeeded } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	if (answer?.created) return <CreatedLinks created={answer.created} />;
	if (chosen === null) return <TemplateList templates={templates} unknown={wished !== null} />;
	return (
		<CreateForm
			key={chosen.id}
			template={chosen}
			retentionDays={retentionDays}
			passwordNeeded={passwordNeeded}
			answer={answer ?? null}
		/>
	);
}
