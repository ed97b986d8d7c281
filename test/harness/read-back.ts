import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { pdfText } from "./pdf.ts";

const run = promisify(execFile);

/** Python's own readers of archives, XML, CSV and JSON: nothing in them comes from what writes our files. */
const READER = `
import csv, io, json, sys, zipfile
import xml.etree.ElementTree as xml

def parts(archive, folder, paragraph):
    said = []
    for name in sorted(archive.namelist()):
        if name.startswith(folder) and name.endswith(".xml"):
            for part in xml.fromstring(archive.read(name)).iter():
                if part.tag.rpartition("}")[2] == paragraph:
                    said.append("".join(t.text or "" for t in part.iter() if t.tag.rpartition("}")[2] == "t"))
    return "\\n".join(said)

def texts(value):
    if isinstance(value, str): return [value]
    if isinstance(value, dict): value = list(value.values())
    return [text for entry in value for text in texts(entry)] if isinstance(value, list) else []

def said(ending, data):
    if ending in ("docx", "xlsx"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        assert archive.testzip() is None
        return parts(archive, "word/", "p") if ending == "docx" else parts(archive, "xl/", "is") + parts(archive, "xl/", "si")
    if ending == "csv":
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True)
        return "\\n".join(cell for row in rows for cell in row)
    if ending == "json":
        results = json.loads(data)
        return "\\n".join((["Zwischenstand"] if results["interim"] else []) + texts(results))
    if ending == "ics":
        return data.decode("utf-8").replace("\\r\\n ", "")
    return data.decode("utf-8")

path, ending = sys.argv[1:]
data = open(path, "rb").read()
print(json.dumps(said(ending, data)))
`;

const LISTING = `
import json, os, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
archive.extractall(sys.argv[2])
print(json.dumps([os.path.join(sys.argv[2], name) for name in archive.namelist()]))
`;

/** All that a file says, read by another program than the one that wrote it; a JSON file that is interim says so. */
export async function readBack(path: string, ending: string): Promise<string> {
	if (ending === "pdf") return await pdfText(path);
	return String(await python(READER, path, ending));
}

/** Takes an archive apart into that folder; where its files are. */
export async function unpack(path: string, folder: string): Promise<string[]> {
	const names = await python(LISTING, path, folder);
	return Array.isArray(names) ? names.map(String) : [];
}

async function python(program: string, ...args: string[]): Promise<unknown> {
	const { stdout } = await run("python3", ["-c", program, ...args], { maxBuffer: 64 * 1024 * 1024 });
	return JSON.parse(stdout);
}
