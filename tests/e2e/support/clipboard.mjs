// Cells on the clipboard as spreadsheet programs put them there, and back.

/** One row of cells per line, as plain text. */
export const asText = (rows) => rows.map((row) => row.map(quoted).join("\t")).join("\r\n") + "\r\n";

const quoted = (cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>\n    ");

/**
 * The same as Excel writes it in HTML. A cell is its text, or { text, number } with the exact number behind it,
 * or { text, rows } for one merged downwards; the cells it covers are `null`.
 */
export function asExcelHtml(rows) {
  const cell = (it) => {
    if (it === null) return "";
    const { text, number, rows: down } = typeof it === "string" ? { text: it } : it;
    const span = down ? ` rowspan=${down}` : "";
    const exact = number === undefined ? "" : ` align=right x:num="${number}"`;
    return `  <td${span} height=20 class=xl65${exact} style='height:15.0pt;border-top:none'>${escaped(text)}</td>\n`;
  };
  const body = rows.map((row) => ` <tr height=20 style='height:15.0pt'>\n${row.map(cell).join("")} </tr>\n`).join("");
  return `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\,";
	mso-displayed-thousand-separator:"\\.";}
.xl65
	{color:black; font-size:11.0pt; font-family:"Times New Roman", serif; mso-number-format:"\\@"; white-space:normal;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=900 style='border-collapse:collapse;width:675pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
${body}<!--EndFragment-->
</table>
</body>
</html>
`;
}

/** Puts both forms on the clipboard, as a copy in another program leaves them there. */
export async function put(page, { text, html }) {
  await page.evaluate(([plain, rich]) => {
    addEventListener("copy", (event) => {
      event.clipboardData.setData("text/plain", plain);
      if (rich) event.clipboardData.setData("text/html", rich);
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true, once: true });
    document.execCommand("copy");
  }, [text, html]);
}

/** What stands on the clipboard as text, as rows of cells; cells with line breaks stand in quotes. */
export async function taken(app) {
  await app.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const text = await app.page.evaluate(() => navigator.clipboard.readText());
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  if (rows.at(-1).length <= 1 && !rows.at(-1)[0]) rows.pop();
  return rows;
}
