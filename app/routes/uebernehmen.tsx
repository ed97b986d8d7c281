import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseCode, spokenCode } from "../../worksheets/contract/ids.ts";
import type { PageHandle } from "../i18n/page-texts.ts";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { formText } from "../public-pages/form-text.ts";
import { refusalStatus } from "../public-pages/refusal-status.ts";
import { type TakeOverAnswer, TakeOverForm, type TakeOverProblem } from "../public-pages/take-over/take-over-form.tsx";
import { TakenOver } from "../public-pages/take-over/taken-over.tsx";

export const handle: PageHandle = { texts: ["join", "create"] };

export async function loader(args: LoaderFunctionArgs) {
	const { messages } = await requestMessages(args);
	const code = new URL(args.request.url).searchParams.get("code") ?? "";
	const known = parseCode(code);
	return json({ title: messages.join.takeOver.title, code: known === null ? "" : spokenCode(known) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** Answers hold secrets: the one that was typed, or the new one, which is shown once and not redirected to. */
const NO_STORE = { "Cache-Control": "no-store" };

export async function action({ context, request }: ActionFunctionArgs) {
	const form = await request.formData();
	const values = { code: formText(form, "code"), recoveryCode: formText(form, "recovery-code").slice(0, 128) };
	const again = (problem: Pick<TakeOverProblem, "missing" | "refused">, status: number) =>
		json<TakeOverAnswer>({ facilitatorUrl: null, values, ...problem }, { status, headers: NO_STORE });
	const missing = [
		...(values.code.trim() === "" ? ["code" as const] : []),
		...(values.recoveryCode.trim() === "" ? ["recovery-code" as const] : []),
	];
	if (missing.length > 0) return again({ missing, refused: null }, 422);
	const recovered = await context.recover(values.code, values.recoveryCode);
	if (!recovered.ok) {
		const { refused } = recovered;
		const isTyping = refused === "unauthenticated" || refused === "not-found";
		return again({ missing, refused }, isTyping ? 422 : refusalStatus(refused));
	}
	const { id, facilitatorUrl, facilitatorToken } = recovered.value;
	const visitor = await context.visitor(request, id);
	// Whoever is somebody else in this browser is asked when they open the link.
	const stays = visitor.ok && visitor.value.view.role !== "facilitator";
	const cookie = stays ? {} : { "Set-Cookie": context.cookie(id, facilitatorToken) };
	return json<TakeOverAnswer>({ facilitatorUrl, stays }, { headers: { ...NO_STORE, ...cookie } });
}

/** „Moderation übernehmen“: join code and recovery code give the facilitator a new link, on whatever device is at hand. */
export default function TakeOverPage() {
	const { code } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	if (answer?.facilitatorUrl != null) return <TakenOver {...answer} />;
	return <TakeOverForm code={code} problem={answer ?? null} />;
}
