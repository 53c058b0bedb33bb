/** For the tests that still ask for it here: it moved to tests/support/browser/host.ts. */
export * from '../support/browser/host';
