// Every form of one credential of the running product, verified by software that is not ours; and what was done to them.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {codesIn, openPdf, textInPng, textInSvg} from './forms.mjs';
import {choose, judged, sharedCredential, staff, url} from './product.mjs';
import {NOT_VERIFIED, VERIFIED, verifyDocument} from './verification.mjs';

const tenant = 'southbank';
const runId = Date.now().toString(36);
const learner = {tenant, number: `SB-F${runId}`, name: 'Łucja “Forms” Ōtsuka'};
const SECURINGS = ['EDDSA_RDFC_2022', 'ECDSA_RDFC_2019_P256', 'EDDSA_JCS_2022', 'VC_JWT_ES256'];
const TYPES = {document: 'application/vc', png: 'image/png', svg: 'image/svg+xml', pdf: 'application/pdf'};
let address, signed;

/** The credential in a form, asked for by its media type. */
async function form(accept) {
  const answer = await fetch(address, {headers: {accept}});
  assert.equal(answer.status, 200, `${accept}: ${answer.status}`);
  assert.equal(answer.headers.get('content-type').split(';')[0], accept);
  return Buffer.from(await answer.arrayBuffer());
}

async function holds(text) {
  assert.equal(text, signed, 'it is the signed document, to the byte');
  const report = await verifyDocument(JSON.parse(text));
  assert.equal(report.code, VERIFIED, report.lines.join('\n'));
}

before(async () => {
  await choose(tenant, SECURINGS);
  address = (await sharedCredential(learner)).credential;
  signed = (await form(TYPES.document)).toString('utf8');
});

test('the document holds, whenever it is asked for', async () => holds((await form(TYPES.document)).toString('utf8')));

test('the badge image holds the signed document', async () => {
  const png = await form(TYPES.png);
  await holds(textInPng(png));
  assert.equal((await judged(png, TYPES.png)).verified, true);
});

test('the badge image that scales holds the signed document', async () => {
  const svg = await form(TYPES.svg);
  await holds(textInSvg(svg.toString('utf8')));
  assert.equal((await judged(svg, TYPES.svg)).verified, true);
});

test('the certificate holds the signed document, its learner\'s name, and where to look', async () => {
  const bytes = await form(TYPES.pdf);
  const pdf = await openPdf(bytes);
  try {
    assert.deepEqual(pdf.attachments.map(({name}) => name), ['credential.json']);
    await holds(pdf.attachments[0].text);
    assert.ok((await pdf.text()).includes(learner.name), 'the name can be searched for');
    const paper = await pdf.picture(pdf.pages);
    assert.deepEqual(await codesIn(paper), [address], 'the code on paper leads to the credential');
    assert.equal((await judged(paper, TYPES.png)).verified, true, 'a picture of the paper is enough');
  } finally {
    await pdf.close();
  }
  assert.equal((await judged(bytes, TYPES.pdf)).verified, true);
});

const forged = text => text.replace(learner.name, 'Somebody Else');

test('a picture into which another name was written does not hold', async () => {
  const svg = forged((await form(TYPES.svg)).toString('utf8'));
  const report = await verifyDocument(JSON.parse(textInSvg(svg)));
  assert.equal(report.code, NOT_VERIFIED);
  assert.equal((await judged(svg, TYPES.svg)).verified, false);
});

test('a pile of them is judged one by one', async () => {
  const pile = new FormData();
  const put = async (name, body) => pile.append('file', new Blob([await body]), name);
  await put('badge.png', form(TYPES.png));
  await put('certificate.pdf', form(TYPES.pdf));
  await put('forged.json', forged(signed));
  await put('letter.txt', 'Dear Sir or Madam');
  pile.append('addresses', `${address}\n`);
  const answer = await fetch(`${url}/api/verify/batch`, {method: 'POST', body: pile});
  assert.equal(answer.status, 200, await answer.clone().text());
  const {counts, items} = await answer.json();
  assert.deepEqual(counts, {valid: 3, invalid: 1, 'could-not-be-checked': 0, 'no-credential': 1});
  assert.deepEqual(items.map(({name, result}) => [name, result]), [
    ['badge.png', 'valid'], ['certificate.pdf', 'valid'], ['forged.json', 'invalid'], ['letter.txt', 'no-credential'], [address, 'valid']
  ]);
});

test('a picture that holds two credentials is refused', async () => {
  const svg = (await form(TYPES.svg)).toString('utf8');
  const element = /<openbadges:credential[\s\S]*<\/openbadges:credential>/.exec(svg)[0];
  const twice = svg.replace(element, element + element);
  assert.throws(() => textInSvg(twice), /2 elements/);
  const answer = await fetch(`${url}/api/verify`, {method: 'POST', headers: {'content-type': TYPES.svg}, body: twice});
  assert.equal(answer.status, 400);
});

test('a form that nobody makes is refused by name', async () => {
  const answer = await fetch(address, {headers: {accept: 'application/zip'}});
  assert.equal(answer.status, 406);
  assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
});

test('the other university\'s credentials are secured as before', async () => {
  const {body} = await staff('admin', 'northgate', 'GET', '/api/issuers/northgate');
  assert.deepEqual(body.securings, ['EDDSA_RDFC_2022']);
});
