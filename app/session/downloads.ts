/** In what forms results are taken home. */
export const DOWNLOADS = [
	{ format: "pdf", name: "PDF" },
	{ format: "docx", name: "Word" },
	{ format: "xlsx", name: "Excel" },
	{ format: "md", name: "Markdown" },
	{ format: "json", name: "JSON" },
] as const;
