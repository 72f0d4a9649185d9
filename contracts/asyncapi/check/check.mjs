// Prints every complaint of the parser, one a line, and ends with 1 when there is one. The hint that a newer version of the standard
// exists is no complaint: the version is our choice.
import { Parser, fromFile } from '@asyncapi/parser';

const ACCEPTED = new Set(['asyncapi-latest-version']);
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
const complaints = diagnostics.filter(({ code }) => !ACCEPTED.has(code));
for (const { severity, code, path, message } of complaints) {
  console.log(`${SEVERITIES[severity]} ${code} at ${path.join('.')}: ${message}`);
}
if (document) {
  console.log(`channels ${document.channels().all().length}, operations ${document.operations().all().length}`);
}
process.exitCode = document && complaints.length === 0 ? 0 : 1;
