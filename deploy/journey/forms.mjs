// Takes the signed document out of each form that a credential is handed out in, with software that is not ours.
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {createCanvas} from '@napi-rs/canvas';
import {DOMParser} from '@xmldom/xmldom';
import extractChunks from 'png-chunks-extract';
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {prepareZXingModule, readBarcodes} from 'zxing-wasm/reader';

const KEYWORD = 'openbadgecredential';
const OPENBADGES = 'https://purl.imsglobal.org/ob/v3p0';
const require = createRequire(import.meta.url);

/** The text of the one iTXt chunk with Open Badges' keyword (Open Badges 3.0, section 5.3.1; PNG, 11.3.3.4). */
export function textInPng(bytes) {
  const texts = extractChunks(new Uint8Array(bytes))
    .filter(({name}) => name === 'iTXt')
    .map(({data}) => Buffer.from(data))
    .filter(data => data.subarray(0, data.indexOf(0)).toString('latin1') === KEYWORD);
  if(texts.length !== 1) {
    throw new Error(`${texts.length} chunks hold a credential`);
  }
  const [data] = texts;
  const compressed = data[data.indexOf(0) + 1];
  if(compressed !== 0) {
    throw new Error('the text is compressed');
  }
  const language = data.indexOf(0, KEYWORD.length + 3);
  return data.subarray(data.indexOf(0, language + 1) + 1).toString('utf8');
}

/** The text of the one openbadges:credential element (Open Badges 3.0, section 5.3.2). */
export function textInSvg(text) {
  const elements = new DOMParser({onError: (level, message) => {
    throw new Error(message);
  }}).parseFromString(text, 'image/svg+xml').getElementsByTagNameNS(OPENBADGES, 'credential');
  if(elements.length !== 1) {
    throw new Error(`${elements.length} elements hold a credential`);
  }
  return elements.item(0).getAttribute('verify') || elements.item(0).textContent;
}

/** What a PDF holds and says; close it afterwards. */
export async function openPdf(bytes) {
  const task = getDocument({data: new Uint8Array(bytes), verbosity: 0});
  const document = await task.promise;
  const attachments = Object.values(await document.getAttachments() ?? {});
  return {
    attachments: attachments.map(({filename, content}) => ({name: filename, text: Buffer.from(content).toString('utf8')})),
    pages: document.numPages,
    metadata: await document.getMetadata(),
    text: async () => (await pagesOf(document)).join(' '),
    picture: async number => pictureOf(await document.getPage(number)),
    close: () => task.destroy()
  };
}

async function pagesOf(document) {
  const pages = Array.from({length: document.numPages}, (_, number) => document.getPage(number + 1));
  return Promise.all(pages.map(async page => (await (await page).getTextContent()).items.map(({str}) => str).join(' ')));
}

/** A page as a printer would put it on paper: the bytes of a PNG. */
async function pictureOf(page) {
  const viewport = page.getViewport({scale: 2});
  const canvas = createCanvas(viewport.width, viewport.height);
  await page.render({canvasContext: canvas.getContext('2d'), viewport}).promise;
  return canvas.toBuffer('image/png');
}

/** What the QR codes in a picture (the bytes of a PNG) say. */
export async function codesIn(png) {
  const wasmBinary = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({overrides: {wasmBinary}});
  const codes = await readBarcodes(new Uint8Array(png), {formats: ['QRCode']});
  return codes.map(({text}) => text);
}
