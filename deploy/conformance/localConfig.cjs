// What the W3C's suites are told of Meritstream: copied into a suite's folder, it is the only implementation that is tested.
// BASE_URL is the address of issuance in profile `conformance`; who signs there is asked for, since the keys are new at every start.
const {execFileSync} = require('node:child_process');

const base = `${process.env.BASE_URL || 'https://localhost:8443'}/vc-api`;
const issuers = JSON.parse(execFileSync('curl', ['--silent', '--fail', '--insecure', base], {encoding: 'utf8'}));
const supports = {vc: ['1.1', '2.0']};

const issuer = (way, tags, more = {}) =>
  ({id: issuers[way], endpoint: `${base}/${way}/credentials/issue`, tags, supports, ...more});

module.exports = {
  settings: {enableInteropTests: false, testAllImplementations: false},
  implementations: [{
    name: 'Meritstream',
    implementation: 'Meritstream issuance',
    issuers: [
      issuer('eddsa-rdfc-2022', ['eddsa-rdfc-2022', 'vc2.0']),
      issuer('eddsa-jcs-2022', ['eddsa-jcs-2022']),
      issuer('ecdsa-rdfc-2019-p256', ['ecdsa-rdfc-2019'], {supportedEcdsaKeyTypes: ['P-256']}),
      issuer('vc-jwt', ['EnvelopingProof']),
      issuer('bitstring-status-list', ['BitstringStatusList', 'Revocation'])
    ],
    verifiers: [{
      id: issuers['eddsa-rdfc-2022'],
      endpoint: `${base}/credentials/verify`,
      tags: ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'vc2.0', 'EnvelopingProof', 'BitstringStatusList', 'Revocation'],
      supportedEcdsaKeyTypes: ['P-256', 'P-384'],
      supports
    }],
    vpVerifiers: [{
      id: issuers['eddsa-rdfc-2022'],
      endpoint: `${base}/presentations/verify`,
      tags: ['vc2.0']
    }]
  }, {
    // An implementation of its own: of several issuers of one, the suite asks the first alone.
    name: 'Meritstream P-384',
    implementation: 'Meritstream issuance',
    issuers: [issuer('ecdsa-rdfc-2019-p384', ['ecdsa-rdfc-2019'], {supportedEcdsaKeyTypes: ['P-384']})],
    verifiers: [{
      id: issuers['ecdsa-rdfc-2019-p384'],
      endpoint: `${base}/credentials/verify`,
      tags: ['ecdsa-rdfc-2019'],
      supportedEcdsaKeyTypes: ['P-256', 'P-384'],
      supports
    }]
  }]
};
