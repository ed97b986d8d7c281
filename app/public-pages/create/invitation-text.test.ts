import { expect, test } from "vitest";
import { messages as german } from "../../i18n/de/index.ts";
import { messages as english } from "../../i18n/en/index.ts";
import { createFormatters } from "../../i18n/format.ts";
import { type CreatedView, invitationText } from "./invitation-text.ts";

const created: CreatedView = {
	title: "Netzwerke überprüfen",
	code: "ABCDEFGHJ",
	joinUrl: "https://arena.example/b/ABCDEFGHJ",
	facilitatorUrl: "https://arena.example/w/x/leitung#secret-of-the-facilitator",
	recoveryCode: "RECO-VERY-SECR-ETXX",
	address: "arena.example",
	privacyUrl: "https://arena.example/datenschutz",
	startsAt: Date.UTC(2023, 2, 8, 8),
	minutes: 220,
	place: "Rathaus",
	retentionDays: 30,
};

test("names when, where, how to join and when all is deleted", () => {
	const text = invitationText(created, german.create, createFormatters("de", "Europe/Berlin"));
	expect(text).toContain("am 8. März 2023, 09:00–12:40\u00a0Uhr, arbeiten wir gemeinsam an: Netzwerke überprüfen.");
	expect(text).toContain("Ort: Rathaus.");
	expect(text).toContain("Code ABC-DEF-GHJ auf arena.example");
	expect(text).toContain("am 7. April 2023 gelöscht");
});

test("never carries the facilitator's secret", () => {
	for (const { create } of [german, english]) {
		const text = invitationText(created, create, createFormatters("de", "UTC"));
		expect(text).not.toContain("secret");
		expect(text).not.toContain(created.recoveryCode);
	}
});

test("leaves room for what is not known yet", () => {
	const open = { ...created, startsAt: null, place: "" };
	const text = invitationText(open, english.create, createFormatters("en", "UTC"));
	expect(text).toContain("[date, time]");
	expect(text).toContain("[place]");
	expect(text).toContain("deleted 30 days after the end");
});
