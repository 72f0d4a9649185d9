// Makes cases.json: small datasets in which blank nodes are alike, graphs without a name among them, and what rdf-canonize makes of them.
// npm install rdf-canonize@5.0.0 && node make.mjs
import {writeFileSync} from 'node:fs';
import canonize from 'rdf-canonize';

let seed = 20261130;
const random = bound => (seed = (seed * 1103515245 + 12345) & 0x7fffffff, (seed >> 8) % bound);

const dataset = () => {
  const nodes = 2 + random(5), graphs = random(3), lines = new Set();
  const node = () => `_:n${random(nodes)}`;
  const graph = () => [() => '', () => ` _:g${random(2)}`, () => (random(2) ? ` ${node()}` : '')][graphs]();
  for (let quad = 3 + random(10); quad > 0; quad--) {
    const subject = random(4) ? node() : `<urn:s${random(2)}>`;
    const object = random(3) === 0 ? `"l${random(2)}"` : random(5) ? node() : '<urn:o>';
    lines.add(`${subject} <urn:p${random(2)}> ${object}${graph()} .\n`);
  }
  return [...lines].join('');
};

// As in a learner record: credentials in graphs without a name, and in each a node with the learner's name.
const record = credentials => Array.from({length: credentials}, (_, at) => {
  const graph = `_:g${at}`, subject = `_:s${at}`, identity = `_:i${at}`;
  return `<urn:record> <urn:credential> ${graph} .\n<urn:c${at}> <urn:subject> ${subject} ${graph} .\n`
    + `${subject} <urn:achievement> "a${at}" ${graph} .\n${subject} <urn:identifier> ${identity} ${graph} .\n`
    + `${identity} <urn:type> <urn:IdentityObject> ${graph} .\n${identity} <urn:hashed> "false" ${graph} .\n`
    + `${identity} <urn:identityHash> "Amina Yilmaz" ${graph} .\n`;
}).join('');

const cases = [];
for (const action of [2, 3, 5, 8].map(record).concat(Array.from({length: 300}, dataset))) {
  const result = await canonize.canonize(canonize.NQuads.parse(action),
    {algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: Infinity});
  cases.push({action, result});
}
writeFileSync('cases.json', JSON.stringify(cases, null, 1) + '\n');
