import { expect, test } from "vitest";
import { webAddressSchema } from "./web-address-schema.ts";

test.each(["https://treffen.example/raum?pwd=1#a", "http://10.0.0.1:8080", "HTTPS://Treffen.example", ""])(
	"an address of the web, or none: %s",
	(address) => {
		expect(webAddressSchema.parse(` ${address} `)).toBe(address);
	},
);

test.each([
	"javascript:alert(1)",
	"java\nscript:alert(1)",
	"data:text/html,x",
	"ftp://treffen.example",
	"treffen.example",
	"//treffen.example",
	"https://",
	"https://ein raum",
	"https://treffen.example/\u202egpj",
	`https://treffen.example/${"x".repeat(500)}`,
])("nothing else becomes a link: %j", (address) => {
	expect(webAddressSchema.safeParse(address).success).toBe(false);
});
