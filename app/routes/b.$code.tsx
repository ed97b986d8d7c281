import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Invitation } from "../../server/services.ts";
import { idSchema } from "../../worksheets/contract/ids.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import type { Role } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import type { PageHandle } from "../i18n/page-texts.ts";
import { useMessages } from "../i18n/provider.tsx";
import { documentTitle, requestMessages } from "../i18n/request-messages.ts";
import { InvitationHead } from "../public-pages/join/invitation-head.tsx";
import { JoinForm } from "../public-pages/join/join-form.tsx";
import { JoinPrivacy } from "../public-pages/join/join-privacy.tsx";
import { JoinRefused } from "../public-pages/join/join-refused.tsx";
import { readJoinForm } from "../public-pages/join/read-join-form.ts";
import { TakeOverHint } from "../public-pages/join/take-over-hint.tsx";
import { PublicPage } from "../public-pages/public-page.tsx";
import { refusalStatus } from "../public-pages/refusal-status.ts";
import { Alert } from "../ui/alert.tsx";
import { LinkButton } from "../ui/link-button.tsx";

type View =
	| { title: string; refused: RefusalCode }
	| {
			title: string;
			refused: null;
			invitation: Invitation;
			/** Who this browser is in the workshop already, beside a participant. */
			here: Exclude<Role, "participant"> | null;
			/** What of the address has to stay on the way to joining: the sheet that a printed one leads to. */
			place: string;
			replace: boolean;
	  };

export const handle: PageHandle = { texts: ["join"] };

export async function loader(args: LoaderFunctionArgs) {
	const { context, params, request } = args;
	const { join } = (await requestMessages(args)).messages;
	const invitation = await context.invitation(params.code ?? "");
	if (!invitation.ok) {
		const { refused } = invitation;
		return json<View>({ title: join.unknownTitle, refused }, { status: refusalStatus(refused) });
	}
	const { workshopId, title } = invitation.value;
	const visitor = await context.visitor(request, workshopId);
	const here = visitor.ok ? visitor.value.view.role : null;
	if (here === "participant") throw redirect(livePath(workshopId, request));
	const page: View = {
		title: join.documentTitle(title),
		refused: null,
		invitation: invitation.value,
		here,
		place: placeIn(request),
		replace: new URL(request.url).searchParams.has("trotzdem"),
	};
	// The code has died with the workshop; whoever was in is let through above.
	return json<View>(page, { status: invitation.value.status === "ended" ? 410 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.title) }];

/** Joins, makes this browser the participant's and goes on to the live page. */
export async function action({ context, params, request }: ActionFunctionArgs) {
	const code = params.code ?? "";
	const form = await request.formData();
	const invitation = await context.invitation(code);
	if (!invitation.ok) throw redirect(`/b/${encodeURIComponent(code)}`);
	const { workshopId } = invitation.value;
	const visitor = await context.visitor(request, workshopId);
	if (visitor.ok && visitor.value.view.role === "participant") throw redirect(livePath(workshopId, request));
	if (visitor.ok && form.get("replace") === null) throw redirect(`/b/${encodeURIComponent(code)}?${placeIn(request)}`);

	const { values, errors, input } = readJoinForm(form);
	if (input === null) return json({ values, errors, refused: null }, { status: 422 });
	const joined = await context.join(code, input);
	if (!joined.ok) {
		return json({ values, errors, refused: joined.refused }, { status: refusalStatus(joined.refused) });
	}
	const cookie = context.cookie(workshopId, joined.value.token, { shared: values.shared });
	return redirect(livePath(workshopId, request), { headers: { "Set-Cookie": cookie } });
}

/** The live page, at the sheet that a printed one leads to where the address names it. */
function livePath(workshopId: string, request: Request): string {
	const place = placeIn(request);
	return place === "" ? `/w/${workshopId}` : `/w/${workshopId}?${place}`;
}

/** `blatt=<document id>`, or nothing. */
function placeIn(request: Request): string {
	const sheet = idSchema.safeParse(new URL(request.url).searchParams.get("blatt"));
	return sheet.success ? `blatt=${sheet.data}` : "";
}

const EMPTY = { name: "", organisation: "", shared: false, people: [] };

export default function JoinPage() {
	const view = useLoaderData<typeof loader>();
	if (view.refused !== null) return <JoinRefused refused={view.refused} />;
	return (
		<PublicPage>
			<InvitationHead invitation={view.invitation} />
			<JoinBody {...view} />
		</PublicPage>
	);
}

function JoinBody({ invitation, here, place, replace }: Extract<View, { refused: null }>) {
	const { join } = useMessages();
	const format = useFormat();
	const answer = useActionData<typeof action>();
	if (here !== null && !replace) {
		const observes = here === "observer";
		return (
			<Alert kind="info" title={observes ? join.observingTitle : join.moderatingTitle}>
				<p>{observes ? join.observingText : join.moderatingText}</p>
				<div className="cluster">
					<LinkButton variant="primary" href={`/w/${invitation.workshopId}/leitung`} reloadDocument>
						{observes ? join.toObserve : join.toLead}
					</LinkButton>
					<LinkButton href={place === "" ? "?trotzdem" : `?trotzdem&${place}`}>{join.joinAnyway}</LinkButton>
				</div>
			</Alert>
		);
	}
	if (invitation.status === "ended") {
		return (
			<Alert kind="info" title={join.endedTitle}>
				<p>{join.endedText(format.date(invitation.deleteOn))}</p>
				<TakeOverHint code={invitation.code} />
			</Alert>
		);
	}
	if (invitation.door === "closed") {
		return (
			<Alert kind="info" title={join.closedTitle}>
				<p>{join.closedText}</p>
			</Alert>
		);
	}
	if (invitation.full) {
		return (
			<Alert kind="warning" title={join.fullTitle}>
				<p>{join.fullText}</p>
				<TakeOverHint code={invitation.code} />
			</Alert>
		);
	}
	return (
		<>
			{invitation.door === "waiting" && <p>{join.waitingText}</p>}
			<JoinForm
				values={answer?.values ?? EMPTY}
				errors={answer?.errors ?? {}}
				refused={answer?.refused ?? null}
				replace={here !== null && replace}
			/>
			<JoinPrivacy {...invitation} />
			<TakeOverHint code={invitation.code} />
		</>
	);
}
