// CPU time of one credential signed by @digitalbazaar/vc with eddsa-rdfc-2022: microseconds, the median of several rounds after as many to
// warm up. The contexts are given to it ready, as ours are.
//   node peer.mjs <folder of unsigned credentials> <folder of contexts> <folder of contexts of recognition data>
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as vc from '@digitalbazaar/vc';
import * as multikey from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

const ROUNDS = 6;
const CONTEXTS = {
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
  'https://w3id.org/security/data-integrity/v2': 'data-integrity-v2.jsonld',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'open-badges-3.0.3.jsonld',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': 'open-badges-extensions.jsonld'
};

const [folder, contexts, recognition] = process.argv.slice(2);
const credentials = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const documents = new Map(
  Object.entries(CONTEXTS).map(([url, file]) => [url, JSON.parse(readFileSync(join(contexts, file), 'utf8'))]));
// The one whose address ends with its digest, by which it is called.
for(const url of new Set(credentials.flatMap(credential => credential['@context']))) {
  const [, digest] = /\/contexts\/recognition\/([0-9a-f]{64})$/.exec(url) ?? [];
  if(digest) {
    documents.set(url, JSON.parse(readFileSync(join(recognition, `${digest}.jsonld`), 'utf8')));
  }
}

async function documentLoader(url) {
  if(!documents.has(url)) {
    throw new Error(`${url} is not carried`);
  }
  return {contextUrl: null, documentUrl: url, document: documents.get(url)};
}

const key = await multikey.generate({id: 'https://badges.example.org/issuer#key', controller: 'https://badges.example.org/issuer'});
const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite});

async function round() {
  const before = process.cpuUsage();
  for(const credential of credentials) {
    const signed = await vc.issue({credential: structuredClone(credential), suite, documentLoader});
    if(!signed.proof.proofValue) {
      throw new Error('Nothing was signed');
    }
  }
  const {user, system} = process.cpuUsage(before);
  return (user + system) / credentials.length;
}

const measured = [];
for(let i = 0; i < 2 * ROUNDS; i++) {
  const micros = await round();
  if(i >= ROUNDS) {
    measured.push(micros);
  }
}
measured.sort((one, other) => one - other);
console.log(`@digitalbazaar/vc\t${measured[ROUNDS / 2].toFixed(1)}`);
