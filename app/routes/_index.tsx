import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { parseCode } from "../../worksheets/contract/ids.ts";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { CodeForm, type CodeProblem } from "../public-pages/code-form.tsx";
import { formText } from "../public-pages/form-text.ts";
import { PublicPage } from "../public-pages/public-page.tsx";
import { refusalStatus } from "../public-pages/refusal-status.ts";
import { Card } from "../ui/card.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { PageHead } from "../ui/page-head.tsx";

export const handle: PageHandle = { texts: ["start"] };

export async function loader(args: LoaderFunctionArgs) {
	const { messages } = await requestMessages(args);
	return json({ title: messages.start.title });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** Leads whoever typed a known code to its join page; keeps the code in the field otherwise. */
export async function action({ context, request }: ActionFunctionArgs) {
	const typed = formText(await request.formData(), "code");
	const refuse = (problem: CodeProblem, status: number) => json({ typed, problem }, { status });
	if (typed.trim() === "") return refuse("missing", 422);
	const code = parseCode(typed);
	if (code === null) return refuse("not-found", 422);
	const invitation = await context.invitation(code);
	if (!invitation.ok) return refuse(invitation.refused, refusalStatus(invitation.refused));
	return redirect(`/b/${code}`);
}

export default function Start() {
	const { start, common } = useMessages();
	const answer = useActionData<typeof action>();
	return (
		<PublicPage>
			<PageHead preline={`${common.product} · ${common.productLine}`} title={start.title} />
			<Card as="section" title={start.join}>
				<CodeForm typed={answer?.typed ?? ""} problem={answer?.problem ?? null} />
			</Card>
			<Card as="section" title={start.create}>
				<p>{start.createText}</p>
				<LinkButton href="/neu">{start.createAction}</LinkButton>
				<p>
					<Link to="/arbeitsblaetter" className="kern-link kern-link--no-visited-state link-line">
						{start.allSheets}
					</Link>
				</p>
			</Card>
			<section className="stack-tight">
				<h2>{start.about}</h2>
				{start.aboutText.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
			</section>
		</PublicPage>
	);
}
